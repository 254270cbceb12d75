from django.http import HttpResponse


async def report(request):
    print(f"view for {request.tenant}")
    return HttpResponse(f"report of {request.tenant}")
