from django.template.response import TemplateResponse


async def page(request):
    print("view")
    response = TemplateResponse(request, "page.html", {"name": ""})
    response.add_post_render_callback(lambda rendered: print("rendered"))
    return response
