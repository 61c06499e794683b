"""Two letters for a person without a picture."""

#: Parts of a surname that stand in front of it and give no initial.
PARTICLES = {
    *("van", "von", "der", "den", "de", "het", "ter", "ten", "te", "in", "op", "aan", "bij", "uit"),
    *("onder", "over", "voor", "tot", "toe", "du", "des", "da", "das", "dos", "di", "del", "della"),
    *("la", "le", "les", "el", "al", "bin", "ibn", "zu", "zum", "zur", "af", "av"),
}


def initials(name: str) -> str:
    """First name and surname: "MB" for "Marijke van der Berg", "Y" for a single name.

    What follows a comma ("MSc") and what does not begin with a letter give none.
    """
    words = [word for word in name.partition(",")[0].split() if word[0].isalpha()]
    named = [word for word in words[1:] if word.lower() not in PARTICLES]
    found = [words[0], named[-1]] if words and named else words[:1]
    return "".join(word[0] for word in found).upper()
