from django.http import HttpResponse


async def report(request):
    print("view")
    return HttpResponse(f"report, {request.flags}")
