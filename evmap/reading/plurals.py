"""Singular and plural made alike: the key under which "bodies" and "body" are one word."""

from evmap.reading.texts import word_set

_PAIRS = """
bacteria bacterium, mice mouse, children child, men man, women woman, people person, feet foot, teeth tooth,
analyses analysis, diagnoses diagnosis, prognoses prognosis, hypotheses hypothesis, metastases metastasis,
crises crisis, theses thesis, fibroses fibrosis, nuclei nucleus, stimuli stimulus, fungi fungus,
loci locus, bacilli bacillus, criteria criterion, phenomena phenomenon, mitochondria mitochondrion,
ova ovum, sera serum, vertebrae vertebra, larvae larva, lives life, leaves leaf, halves half, selves self,
wolves wolf, calves calf, knives knife, shelves shelf, indices index, matrices matrix, appendices appendix,
gases gas, biases bias, lenses lens, atlases atlas, canvases canvas, aliases alias, axes axis,
shoes shoe, toes toe, aches ache, headaches headache, caches cache, niches niche, movies movie,
calories calorie, buses bus, abuses abuse, excuses excuse, quizzes quiz
"""
_IRREGULAR = dict(pair.split() for pair in _PAIRS.split(","))
_NO_PLURAL = word_set(
    "series species this his its was has does yes gas bias lens atlas canvas alias pancreas always perhaps whereas "
    "besides diabetes rabies herpes measles mumps news aids sars mers ards ibs als cns pns pbs ms"
)
_E_BEFORE_S = ("auses", "ouses", "fuses", "muses")
"""Plurals of words in -use, unlike viruses and sinuses."""


def singular(word: str) -> str:
    """The singular of a folded word, by rule and a list of exceptions; a word that is none of a plural stays.

    It is a key to compare by, so it need not be a word: what counts is that both forms have the same.
    """
    if not word.endswith("s"):
        return _IRREGULAR.get(word, word)
    if word in _NO_PLURAL or len(word) < 3 or word.endswith(("ss", "us", "is")):
        return word
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    if word.endswith("uses") and not word.endswith(_E_BEFORE_S) and len(word) > 4:
        return word[:-2]
    return word[:-1]
