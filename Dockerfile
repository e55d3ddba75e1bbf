# A night in a container: docker build -t detente . && docker run --rm --read-only --tmpfs /tmp -v "$PWD/desk:/desk" detente run /desk/job.yaml
FROM node:22-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc tsconfig.json tsconfig.build.json ./
RUN npm ci
COPY src src
RUN npm run build && npm prune --omit=dev

FROM node:22-slim
ENV NODE_ENV=production NODE_OPTIONS=--max-semi-space-size=4 MALLOC_ARENA_MAX=2
WORKDIR /app
COPY --from=build /build/node_modules node_modules
COPY --from=build /build/dist dist
COPY package.json LICENSE README.md CITATION.cff ./
COPY lexicons lexicons
COPY jobs jobs
# No step needs root; what a night writes goes to the job's output folder.
USER node
WORKDIR /desk
ENTRYPOINT ["node", "/app/dist/main.js"]
CMD ["--help"]
