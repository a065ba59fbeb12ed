# The worker with what a Lambda has no room for: a browser that runs and proves apps, ffmpeg, and what
# recognises scans in English and German.
# Build from the root of the repository, after `make web`:
#   docker build -f infra/images/worker.Dockerfile -t praxeo-worker .
# A pipeline names the base by its digest: --build-arg BASE=python:3.12-slim-bookworm@sha256:...
ARG BASE=python:3.12.8-slim-bookworm
FROM ${BASE}

RUN apt-get update \
 && apt-get install --yes --no-install-recommends chromium ffmpeg fonts-noto-core fonts-noto-color-emoji \
    tesseract-ocr tesseract-ocr-osd tesseract-ocr-deu \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --create-home praxeo

COPY requirements/worker.lock /opt/praxeo/requirements/worker.lock
RUN pip install --no-cache-dir --require-hashes --only-binary :all: -r /opt/praxeo/requirements/worker.lock

COPY LICENSE README.md pyproject.toml /opt/praxeo/
COPY requirements/runtime.in requirements/gemini.in requirements/aws.in requirements/heic.in requirements/speech.in /opt/praxeo/requirements/
COPY src/praxeo /opt/praxeo/src/praxeo
COPY web/dist/runtime /opt/praxeo/web/dist/runtime
COPY web/dist/axe /opt/praxeo/web/dist/axe
RUN pip install --no-cache-dir --no-deps --no-build-isolation -e /opt/praxeo \
 && python -m compileall -q /opt/praxeo/src

# The browser's own sandbox needs rights that containers do not give; the adapter says what stands in its place.
ENV PRAXEO_CHROMIUM=chromium PYTHONUNBUFFERED=1
USER praxeo
WORKDIR /home/praxeo
# SIGTERM ends a worker after the step that it is in.
STOPSIGNAL SIGTERM
ENTRYPOINT ["praxeo"]
CMD ["worker"]
