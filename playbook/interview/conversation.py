"""Lead the conversation: home, chapters, the quick path, the review, and a tidy end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from playbook.answers.answers import Answers
from playbook.answers.file import ChangedMeanwhile
from playbook.errors import WorkspaceError
from playbook.interview.asking import Asking
from playbook.interview.choosing import Choosing, ChoosingSeveral
from playbook.interview.home import Home
from playbook.interview.interruptions import Interruptions
from playbook.interview.keeping import Store, merged
from playbook.interview.keys import Key, key_in
from playbook.interview.listing import Listing
from playbook.interview.screen import Leaving, Line, Prompt, Reason, Screen
from playbook.interview.session import Session
from playbook.interview.wording import KEYS
from playbook.method.models import Chapter

EXIT_CODES = {
    Reason.FINISHED: 0,
    Reason.LEFT: 0,
    Reason.INPUT_ENDED: 1,
    Reason.HUNG_UP: 129,
    Reason.INTERRUPTED: 130,
    Reason.TERMINATED: 143,
}
