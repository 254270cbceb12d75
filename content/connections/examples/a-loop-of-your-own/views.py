from django.http import HttpResponse


async def serve(request):
    return HttpResponse("served")
