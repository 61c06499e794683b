"""The mails that the demo sent; it writes them into files."""

from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from tests.browser.conftest import Demo

#: What Django's file backend writes after each mail.
END = b"-" * 79 + b"\n"


@dataclass(frozen=True)
class Mail:
    to: str
    subject: str
    text: str


def mails(demo: Demo, to: str, about: str) -> list[Mail]:
    """What went to an address and names this in its subject, the oldest first."""
    files = sorted((demo.folder / "mail").glob("*.log"))
    sent = [_mail(part) for file in files for part in file.read_bytes().split(END) if part.strip()]
    return [mail for mail in sent if mail.to == to and about in mail.subject]


def _mail(written: bytes) -> Mail:
    message = message_from_bytes(written, _class=EmailMessage, policy=default)  # type: ignore[arg-type]
    body = message.get_body(("plain",))
    text = body.get_content() if body else ""
    return Mail(str(message["To"]), str(message["Subject"]), str(text))
