# The HTTP server, `apps/http`: docker build -t voxolib-mcp-http .
FROM node:24.21.0-slim AS build
WORKDIR /repository
ENV CI=true TURBO_TELEMETRY_DISABLED=1
COPY . .
RUN npx -y pnpm@12.21.0 install --frozen-lockfile \
 && npx -y pnpm@12.21.0 exec turbo run build --filter=@voxolib/mcp-http \
 && npx -y pnpm@12.21.0 --filter @voxolib/mcp-http deploy --prod --legacy /server

FROM node:24.21.0-slim
ENV NODE_ENV=production MCP_TRANSPORT=streamable-http HOST=0.0.0.0 PORT=8787
WORKDIR /server
COPY --from=build --chown=root:root /server .
USER 10001:10001
EXPOSE 8787
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "dist/main.js"]
