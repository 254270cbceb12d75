# The built site and nothing else: run `npm start` or `npm run build` first, then `docker build`.
FROM nginx:1.29-alpine
COPY docs/nginx.conf /etc/nginx/conf.d/default.conf
COPY out /usr/share/nginx/html
