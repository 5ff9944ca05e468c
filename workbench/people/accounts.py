"""Making accounts, checking passwords, changing them."""

import re
import secrets
import threading
import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from sqlalchemy import select

from workbench.db import now, session
from workbench.people.models import Membership, Role, User

# 19 MiB and two passes: the lighter of OWASP's recommended settings, so that sixty people can sign in at
# eight o'clock on an old laptop.
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_at_once = threading.BoundedSemaphore(2)
_SOMEBODY = _hasher.hash(secrets.token_hex())

#: Letters and digits that nobody confuses when reading them from a slip of paper.
ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
MINIMUM_PASSWORD = 8


def readable_secret(groups: int = 2, size: int = 4) -> str:
    """A secret for paper, such as K7QM-3TXA: five random bits a character."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(size)) for _ in range(groups))


def fold_name(name: str) -> str:
    """A name as it is compared: without titles' punctuation, case and repeated spaces."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", " ", plain.lower()).strip()


def free_username(name: str) -> str:
    """A username made of the first name, with a number where it is taken."""
    words = [
        word
        for word in fold_name(name).split()
        if word not in {"dr", "drs", "dra", "ir", "hj", "h", "prof", "apt"}
    ]
    stem = (words[0] if words else "peserta")[:24]
    taken = set(session().scalars(select(User.username).where(User.username.like(f"{stem}%"))))
    if stem not in taken:
        return stem
    while (candidate := f"{stem}{secrets.randbelow(9000) + 1000}") in taken:
        continue
    return candidate


def hash_password(password: str) -> str:
    """The argon2id hash of a password."""
    with _at_once:
        return _hasher.hash(password)


def create(
    name: str,
    password: str,
    *,
    username: str = "",
    nip: str | None = None,
    email: str | None = None,
    may_organise: bool = False,
    hashed: str = "",
) -> User:
    """A new account, not yet committed; `hashed` is the password's hash where it was made beforehand."""
    user = User(
        username=username or free_username(name),
        name=name,
        password_hash=hashed or hash_password(password),
        nip=nip or None,
        email=email or None,
        may_organise=may_organise,
        session_key=secrets.token_hex(16),
    )
    session().add(user)
    session().flush()
    return user


def enrol(user: User, cohort_id: int, role: Role, unit: str = "", position: str = "") -> Membership:
    """Give somebody a part in a class, not yet committed."""
    membership = Membership(user_id=user.id, cohort_id=cohort_id, role=role, unit=unit, position=position)
    session().add(membership)
    session().flush()
    return membership


def check(username: str, password: str) -> User | None:
    """The account, if the password is right. Takes as long for an unknown name as for a known one."""
    user = session().scalar(select(User).where(User.username == username.strip().lower()))
    try:
        with _at_once:
            _hasher.verify(user.password_hash if user else _SOMEBODY, password)
    except (VerifyMismatchError, InvalidHashError):
        return None
    if user is not None:
        user.last_seen_at = now()
    return user


def change_password(user: User, password: str, hashed: str = "") -> None:
    """Set a new password (`hashed` where that was done beforehand); every other session ends."""
    user.password_hash = hashed or hash_password(password)
    user.session_key = secrets.token_hex(16)
