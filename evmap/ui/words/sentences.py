"""What is told of a sentence that is pointed at: how sure it is, what on the map stands on it, or why nothing does."""

from evmap.ui.words.names import LEFT_OUT, chips_of, count
from evmap.workspace import Workspace
from evmap.workspace.sentences import Sentence

_MOST = 5


def sentence_lines(workspace: Workspace, sentence: Sentence) -> list[str]:
    """The lines of a tip, as plain text."""
    if not sentence.judged:
        if sentence.why is None:
            return ["The map does not quote this."]
        return [
            f"The map does not quote this: {LEFT_OUT.get(sentence.why.reason, sentence.why.reason)}.",
            sentence.why.note,
        ]
    index = workspace.index
    lines = [" · ".join(chip.text for chip in chips_of(sentence.judged))]
    lines += [index.sentence(index.links[each]) for each in sentence.links[:_MOST]]
    if len(sentence.links) > _MOST:
        lines.append(f"and {count(len(sentence.links) - _MOST, 'more link')}")
    if not sentence.links:
        lines.append(", ".join(index.concepts[each].name for each in sentence.concepts))
    return lines
