from django.http import HttpResponse


async def account(request):
    return HttpResponse("thank you")
