"""The index by which contacts are found."""

from sqlalchemy import BigInteger, Column, Index, PrimaryKeyConstraint, Table, Text

from storage.tables.columns import key, metadata, words

# A word or a number of a contact, made by core/search_tokens.py. Compared byte by byte, so that a range finds what begins alike.
TOKEN = Text().with_variant(Text(collation="C"), "postgresql")

search_token = Table(  # written by what writes a contact (storage/search.py); a foreign key would be looked at for each of a dozen rows
    "search_token",
    metadata,
    Column("contact_id", BigInteger, nullable=False),
    Column("token", TOKEN, nullable=False),
    PrimaryKeyConstraint("contact_id", "token"),
    sqlite_with_rowid=False,
)
Index("ix_search_token", search_token.c.token, search_token.c.contact_id)

search_term = Table(  # every word that somebody bears, or bore; its id tells what came after it
    "search_term",
    metadata,
    key(),
    Column("token", TOKEN, nullable=False, unique=True),
    words("sound"),
    Column("frequency", BigInteger, nullable=False),  # of the contacts that have the token
)
