from work import check_quota, close_audit, find_tenant, leave_tenant, open_audit, record_usage


def Tenant(get_response):
    def middleware(request):
        find_tenant()
        response = get_response(request)
        leave_tenant()
        return response

    return middleware


def Quota(get_response):
    def middleware(request):
        check_quota()
        response = get_response(request)
        record_usage()
        return response

    return middleware


def Audit(get_response):
    def middleware(request):
        open_audit()
        response = get_response(request)
        close_audit()
        return response

    return middleware
