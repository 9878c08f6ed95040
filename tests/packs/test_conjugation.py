"""Italian forms made from the tables."""

import pytest

from foedus.packs.conjugation import VerbForm, all_forms, conjugate
from foedus.packs.language import load_language

TABLES = load_language("it").tables
FORMS = """
firmare      pres      firma firmano
firmare      past      firmò firmarono
firmare      fut       firmerà firmeranno
firmare      cond      firmerebbe firmerebbero
firmare      impf      firmava firmavano
firmare      subj_impf firmasse firmassero
firmare      ger       firmando
firmare      part      firmato firmata firmati firmate
ratificare   pres      ratifica ratificano
ratificare   fut       ratificherà ratificheranno
ratificare   subj      ratifichi ratifichino
schierare    part      schierato schierate
minacciare   fut       minaccerà
minacciare   pres      minaccia minacciano
inviare      pres      invia inviano
inviare      fut       invierà
invadere     part      invaso invasa
invadere     past      invase invasero
sospendere   part      sospeso sospesa
sospendere   past      sospese
uccidere     part      ucciso uccisi
concludere   part      concluso conclusa
stringere    part      stretto stretta
ritirare     part      ritirato ritirata
uscire       pres      esce escono
uscire       fut       uscirà
fornire      pres      fornisce forniscono
fornire      part      fornito forniti
colpire      pres      colpisce
dire         part      detto
dire         past      disse dissero
dire         fut       dirà
fare         part      fatto
fare         ger       facendo
avere        pres      ha hanno
avere        cond      avrebbe avrebbero
essere       pres      è sono
essere       part      stato stata
essere       subj_impf fosse fossero
venire       past      venne vennero
venire       fut       verrà
potere       cond      potrebbe potrebbero
dovere       cond      dovrebbe
volere       pres      vuole vogliono
prevedere    part      previsto prevista
ottenere     pres      ottiene
trasmettere  part      trasmesso
promettere   part      promesso
imporre      part      imposto imposta
imporre      pres      impone impongono
esporre      past      espose
condurre     part      condotto condotta
ridurre      pres      riduce riducono
trarre       part      tratto tratta
porre        part      posto
mandare      pres      manda mandano
comandare    pres      comanda
bombardare   pres      bombarda bombardano
ricordare    pres      ricorda ricordano
riguardare   pres      riguarda
guidare      pres      guida
testare      pres      testano
restare      pres      restano
spedire      part      spedito
spedire      pres      spedisce
ribadire     part      ribadito
ribadire     pres      ribadisce
approfondire part      approfondito
aggredire    part      aggredito
impedire     pres      impedisce
vendere      part      venduto venduti
perdere      part      perso
"""


def rows(table: str) -> list[tuple[str, str, str]]:
    lines = [line.split() for line in table.strip().splitlines()]
    return [(lemma, tense, form) for lemma, tense, *forms in lines for form in forms]


def has(lemma: str, tense: str, form: str) -> bool:
    readings = [r for f, r in conjugate(lemma, TABLES) if f == form]
    time = {"subj_impf": "impf", "part": "past", "cond": "pres", "subj": "pres", "ger": "pres"}.get(tense, tense)
    return any((r.lemma, r.mood, r.tense) == (lemma, MOODS[tense], time) for r in readings)


MOODS = {"pres": "ind", "impf": "ind", "past": "ind", "fut": "ind", "cond": "cond", "subj": "subj", "subj_impf": "subj",
         "ger": "ger", "part": "part"}  # fmt: skip


@pytest.mark.parametrize(("lemma", "tense", "form"), rows(FORMS))
def test_form(lemma: str, tense: str, form: str) -> None:
    assert has(lemma, tense, form)


@pytest.mark.parametrize("form", ["firmà", "ratificerà", "minaccierà", "firmareà", "sospenduto", "ratificno"])
def test_no_such_form(form: str) -> None:
    lemmas = ["firmare", "ratificare", "minacciare", "sospendere"]
    assert form not in all_forms(lemmas, TABLES)


def test_what_is_no_verb_has_no_forms() -> None:
    assert list(conjugate("trattato", TABLES)) == []


def test_finite_forms() -> None:
    assert VerbForm("firmare", "ind", "pres").finite
    assert not VerbForm("firmare", "part", "past").finite


def test_an_ambiguous_form_keeps_its_readings() -> None:
    assert {r.mood for r in all_forms(["firmare"], TABLES)["firmiamo"]} == {"ind", "subj"}
