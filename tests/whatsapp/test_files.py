"""Files of WhatsApp, fetched and uploaded over real HTTP: nothing is lost for one bad answer (F9)."""

import asyncio
import io
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiohttp import web

from bot.handlers.whatsapp.files import MB, PAUSE_SECONDS, Files, attached, type_of
from bot.handlers.whatsapp.transport import Graph
from bot.http import session
from core.files import OPUS
from core.lending import Lent
from core.messages import Fetched, MediaKind, Outcome

TOKEN, ACCOUNT, REF = "EAAx", "106540352242922", "2762702990552401"
PHOTO = b"\xff\xd8\xff\xe0a photo"
MOST = 1_000
GONE = {"error": {"message": "Unsupported get request.", "type": "GraphMethodException", "code": 100, "error_subcode": 33}}
BAD_TOKEN = {"error": {"message": "Error validating access token", "type": "OAuthException", "code": 190}}
TOO_LARGE = {"error": {"message": "(#131053) Media upload error", "type": "OAuthException", "code": 131053}}
TOO_FAST = {"error": {"message": "(#130429) Rate limit hit", "type": "OAuthException", "code": 130429}}


@dataclass
class Platform:
    """Media of the Graph API: answers in turn what a test put there, then what is right."""

    url: str = ""
    told: str = ""  # the address that is given instead of the right one
    answers: list[web.Response] = field(default_factory=list)  # before the right ones
    asked: list[str] = field(default_factory=list)
    uploads: list[tuple[str, str, bytes]] = field(default_factory=list)  # type, name, bytes

    async def answer(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(f"{request.method} {request.path_qs}")
        assert request.headers["Authorization"] == f"Bearer {TOKEN}"
        if self.answers:
            return self.answers.pop(0)
        if request.path.startswith("/bytes/"):
            return web.Response(body=PHOTO)
        if request.method == "POST":
            return await self._uploaded(request)
        address = self.told or f"{self.url}/bytes/{len(self.asked)}"
        return web.json_response({"url": address, "mime_type": "image/jpeg", "file_size": len(PHOTO), "id": REF})

    async def _uploaded(self, request: web.Request) -> web.Response:
        form = await request.post()
        file = form["file"]
        assert isinstance(file, web.FileField)
        assert form["messaging_product"] == "whatsapp"
        assert file.content_type == str(form["type"]).partition(";")[0]
        self.uploads.append((str(form["type"]), file.filename, file.file.read()))
        return web.json_response({"id": f"up{len(self.uploads)}"})


@asynccontextmanager
async def serving() -> AsyncIterator[Platform]:
    graph = Platform()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", graph.answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    graph.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield graph
    finally:
        await runner.cleanup()


def with_graph(scenario: Callable[[Platform, Files], Awaitable[None]]) -> None:
    async def live() -> None:
        async with serving() as graph, session() as outside:
            await scenario(graph, Files(Graph(outside, graph.url, TOKEN), waits=(0.0, 0.0)))

    asyncio.run(live())


async def fetched(files: Files, most: int = MOST) -> tuple[Fetched, bytes]:
    into = io.BytesIO()
    return await files.fetch(REF, ACCOUNT, into, most), into.getvalue()


def test_each_attempt_asks_for_an_address_of_its_own() -> None:
    async def scenario(graph: Platform, files: Files) -> None:
        assert await fetched(files) == (Fetched("fetched"), PHOTO)
        graph.answers = [web.json_response({"url": f"{graph.url}/bytes/old"}), web.Response(status=404)]
        assert (await fetched(files))[0] == Fetched("again", reason="HTTP 404")
        assert await fetched(files) == (Fetched("fetched"), PHOTO)
        assert graph.asked[0] == f"GET /{REF}?phone_number_id={ACCOUNT}"
        assert len({each for each in graph.asked if "bytes" in each}) == 3

    with_graph(scenario)


@pytest.mark.parametrize(
    "answer, becomes",
    [
        (lambda: web.json_response(GONE, status=400), Fetched("expired", reason="Unsupported get request.")),
        (lambda: web.json_response(GONE, status=404), Fetched("expired", reason="Unsupported get request.")),
        (lambda: web.Response(status=503), Fetched("again", reason="HTTP 503")),
        (lambda: web.Response(status=400, text="<html>"), Fetched("again", reason="HTTP 400, not from WhatsApp")),
        (lambda: web.Response(status=429), Fetched("again", reason="HTTP 429, not from WhatsApp")),
        (lambda: web.json_response(BAD_TOKEN, status=401), Fetched("again", PAUSE_SECONDS, "HTTP 401")),
        (lambda: web.json_response({"id": REF}), Fetched("again", reason="no address was given")),
        (lambda: web.Response(text="[]"), Fetched("again", reason="no address was given")),
    ],
)
def test_f09_what_is_not_given_may_come_later_unless_it_is_gone(answer: Callable[[], web.Response], becomes: Fetched) -> None:
    async def scenario(graph: Platform, files: Files) -> None:
        graph.answers = [answer()]
        assert await fetched(files) == (becomes, b"")
        assert await fetched(files) == (Fetched("fetched"), PHOTO)

    with_graph(scenario)


def test_no_more_is_read_than_is_kept_and_the_token_goes_to_no_stranger() -> None:
    async def scenario(graph: Platform, files: Files) -> None:
        assert (await fetched(files, most=5))[0].do == "too_large"
        graph.told = "ftp://127.0.0.1/x"
        assert (await fetched(files))[0].reason == "no address was given"

    with_graph(scenario)


def test_who_cannot_be_reached_is_asked_later() -> None:
    async def live() -> None:
        async with session() as outside:
            files = Files(Graph(outside, "http://127.0.0.1:9", TOKEN))
            assert (await fetched(files))[0] == Fetched("again", reason="ClientConnectorError")

    asyncio.run(live())


def lent(path: Path, data: bytes = PHOTO, kind: MediaKind = "photo", mime: str = "image/jpeg", size: int | None = None) -> Lent:
    path.write_bytes(data)
    return Lent(1, kind, mime, "pia.jpg", len(data) if size is None else size, path)


def test_an_upload_gives_the_id_and_a_bad_moment_is_waited_out(tmp_path: Path) -> None:
    async def scenario(graph: Platform, files: Files) -> None:
        file = lent(tmp_path / "x")
        assert await files.upload(ACCOUNT, file) == "up1"
        graph.answers = [web.Response(status=503), web.Response(status=500)]
        assert await files.upload(ACCOUNT, file) == "up2"
        assert graph.uploads == [("image/jpeg", "pia.jpg", PHOTO)] * 2
        graph.answers = [web.Response(status=503) for _ in range(3)]
        assert await files.upload(ACCOUNT, file) == Outcome("failed", reason="file-upload")
        for refusal, status, do in ((BAD_TOKEN, 401, "hold"), (GONE, 400, "hold"), (TOO_LARGE, 400, "failed"), (TOO_FAST, 400, "again")):
            graph.answers = [web.json_response(refusal, status=status)]
            refused = await files.upload(ACCOUNT, file)
            assert isinstance(refused, Outcome)
            assert refused.do == do
        assert graph.answers == []
        assert set(graph.asked) == {f"POST /{ACCOUNT}/media"}

    with_graph(scenario)


@pytest.mark.parametrize(
    "kind, mime, size, becomes",
    [
        ("photo", "image/jpeg", 5 * MB, "image"),
        ("photo", "image/png", 5 * MB + 1, "document"),
        ("photo", "image/heif", 10, None),
        ("photo", "image/webp", 10, None),
        ("video", "video/mp4", 16 * MB, "video"),
        ("video", "video/mp4", 16 * MB + 1, "document"),
        ("video", "video/quicktime", 10, None),
        ("voice", OPUS, 10, "audio"),
        ("voice", "audio/ogg", 10, None),
        ("voice", "audio/mpeg", 10, "audio"),
        ("voice", "audio/wav", 10, None),
        ("document", "application/pdf", 100 * MB, "document"),
        ("document", "application/pdf", 100 * MB + 1, None),
        ("document", "image/jpeg", 10, "document"),
    ],
)
def test_each_goes_as_what_it_was_or_as_a_document_or_not(
    tmp_path: Path, kind: MediaKind, mime: str, size: int, becomes: str | None
) -> None:
    assert type_of(lent(tmp_path / "x", b"", kind, mime, size)) == becomes


def test_sound_has_no_caption_and_only_documents_have_a_name(tmp_path: Path) -> None:
    file, note = lent(tmp_path / "x"), lent(tmp_path / "y", kind="voice", mime=OPUS)
    assert attached(note, "audio", "7", "") == {"type": "audio", "audio": {"id": "7", "voice": True}}
    assert attached(file, "image", "7", "a pia") == {"type": "image", "image": {"id": "7", "caption": "a pia"}}
    assert attached(file, "audio", "7", "a pia") == {"type": "audio", "audio": {"id": "7"}}
    assert attached(file, "document", "7", "") == {"type": "document", "document": {"id": "7", "filename": "pia.jpg"}}
