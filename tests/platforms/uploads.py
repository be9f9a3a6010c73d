"""Fields and files of a multipart form."""

import re

from tests.platforms.calls import JSON, Upload

_NAME = re.compile(r'\bname="([^"]*)"')
_FILE = re.compile(r'\bfilename="([^"]*)"')
_TYPE = re.compile(r"^content-type:\s*(\S+)", re.IGNORECASE | re.MULTILINE)


def read_multipart(content_type: str, body: bytes) -> tuple[JSON, dict[str, Upload]]:
    """No part can hold the boundary, so the body is cut at it."""
    boundary = b"\r\n--" + content_type.partition("boundary=")[2].strip('"').encode()
    fields: JSON = {}
    uploads: dict[str, Upload] = {}
    for each in (b"\r\n" + body).split(boundary)[1:-1]:
        head, _, content = each.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        told = head.decode()
        name = _NAME.search(told)
        if not name:
            continue
        if file := _FILE.search(told):
            mime = _TYPE.search(told)
            uploads[name[1]] = Upload(file[1], mime[1] if mime else "application/octet-stream", content)
        else:
            fields[name[1]] = content.decode()
    return fields, uploads
