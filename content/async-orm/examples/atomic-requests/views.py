from django.http import HttpResponse


async def home(request):
    print("view")
    return HttpResponse("home")
