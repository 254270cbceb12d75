"""A base class that declares nothing true, and a subclass that forgets to."""


class Base:
    sync_capable = False
    async_capable = False

    def __init__(self, get_response):
        self.get_response = get_response


class Audit(Base):
    def __call__(self, request):
        return self.get_response(request)
