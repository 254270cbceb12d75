"""FileResponse: a sync stream with length and name; closed when it has been sent."""

import io

from django.http import FileResponse

SCENARIO = {"layers": [], "server": "uvicorn"}


class Noting(io.BytesIO):
    def close(self):
        if not self.closed:
            log("closed")
        super().close()


async def view(request):
    return FileResponse(Noting(b"hello " * 3), as_attachment=True, filename="a.txt")
