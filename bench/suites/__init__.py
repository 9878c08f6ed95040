"""Cases that others wrote, and how what Foedus reads is compared with them."""
