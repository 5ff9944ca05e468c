"""Every setting once. Each is read from the environment as WORKBENCH_<NAME> and has a safe default."""

import os
import secrets
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path


def _flag(name: str, default: bool) -> bool:
    return os.environ.get(name, "1" if default else "0").lower() in {"1", "true", "yes", "ya"}


def _environment(name: str, default: str = "") -> str:
    return os.environ.get(f"WORKBENCH_{name}", default)


@dataclass(slots=True)
class Settings:
    """What the operator may decide.

    `instance` is the folder that holds the embedded database and the secret key; `database` an SQLAlchemy
    URL, by default SQLite inside it; `development` shows content problems in the page and reloads content,
    where production refuses to start; `secure_cookies` must be on behind HTTPS; `public_url` is what QR
    codes point to; `proxies` is the number of trusted reverse proxies in front of the server.
    """

    instance: Path = field(default_factory=lambda: Path(_environment("INSTANCE", "instance")).resolve())
    database: str = field(default_factory=lambda: _environment("DATABASE"))
    secret_key: str = field(default_factory=lambda: _environment("SECRET_KEY"))
    development: bool = field(default_factory=lambda: _flag("WORKBENCH_DEVELOPMENT", False))
    secure_cookies: bool = field(default_factory=lambda: _flag("WORKBENCH_SECURE_COOKIES", False))
    public_url: str = field(default_factory=lambda: _environment("PUBLIC_URL", "http://127.0.0.1:8000"))
    rate_store: str = field(default_factory=lambda: _environment("RATE_STORE", "memory://"))
    proxies: int = field(default_factory=lambda: int(_environment("PROXIES", "0")))
    content: Path | None = field(
        default_factory=lambda: Path(_environment("CONTENT")) if _environment("CONTENT") else None
    )
    testing: bool = False
    throttle: bool = True

    def database_url(self) -> str:
        """The SQLAlchemy URL of the database; the embedded one where none was set."""
        return self.database or f"sqlite:///{self.instance / 'workbench.sqlite3'}"

    def key(self) -> str:
        """The secret key; made once and kept beside the embedded database where none was set."""
        if self.secret_key:
            return self.secret_key
        path = self.instance / "secret_key"
        if not path.exists():
            self.instance.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
            path.write_text(secrets.token_hex(32), encoding="ascii")
        return path.read_text(encoding="ascii").strip()

    def as_flask(self) -> dict[str, object]:
        """The same, in the names that Flask and its companions expect."""
        return {
            "SECRET_KEY": self.key(),
            "TESTING": self.testing,
            "SQLALCHEMY_DATABASE_URI": self.database_url(),
            "SESSION_COOKIE_HTTPONLY": True,
            "SESSION_COOKIE_SAMESITE": "Lax",
            "SESSION_COOKIE_SECURE": self.secure_cookies,
            "REMEMBER_COOKIE_HTTPONLY": True,
            "REMEMBER_COOKIE_SAMESITE": "Lax",
            "REMEMBER_COOKIE_SECURE": self.secure_cookies,
            "PERMANENT_SESSION_LIFETIME": timedelta(hours=14),
            "MAX_CONTENT_LENGTH": 6 * 1024 * 1024,
            "MAX_FORM_MEMORY_SIZE": 4 * 1024 * 1024,
            "MAX_FORM_PARTS": 5000,
            "SEND_FILE_MAX_AGE_DEFAULT": timedelta(days=365),
            "WTF_CSRF_TIME_LIMIT": None,
            "BABEL_DEFAULT_LOCALE": "id",
            "BABEL_DEFAULT_TIMEZONE": "Asia/Jakarta",
            "BOOTSTRAP_SERVE_LOCAL": True,
            "RATELIMIT_STORAGE_URI": self.rate_store,
            "RATELIMIT_HEADERS_ENABLED": True,
            "RATELIMIT_ENABLED": self.throttle,
            "COMPRESS_ALGORITHM": ["br", "gzip"],
            "COMPRESS_BR_LEVEL": 5,
            "COMPRESS_MIN_SIZE": 400,
            "COMPRESS_CACHE_KEY": None,
            "WORKBENCH": self,
        }
