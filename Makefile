# Every step looks first whether its work is done, so a second run is quick.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

PORT ?= 8080

# Versions live where the tools themselves look for them.
pinned = $(shell sed -n 's/^$(2) *= *"\^\{0,1\}\([^"]*\)".*/\1/p' $(1))
listed = $(shell sed -n 's/^$(2) *= *\[\(.*\)\].*/\1/p' $(1) | tr -d '",')
RUST := $(call pinned,rust-toolchain.toml,channel)
RUST_PARTS := $(call listed,rust-toolchain.toml,components)
RUST_TARGETS := $(call listed,rust-toolchain.toml,targets)
TRUNK := $(call pinned,Trunk.toml,trunk-version)
WASM_BINDGEN := $(call pinned,Trunk.toml,wasm_bindgen)
WASM_OPT := $(call pinned,Trunk.toml,wasm_opt)
CARGO_DENY := 0.20.2
GECKODRIVER := 0.37.1
CARGO_MUTANTS := 27.1.0

TOOLS := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/drive-screening/tools
NODE_BIN := $(CURDIR)/node_modules/.bin
NPM_DONE := node_modules/.package-lock.json
BUILT := node_modules/.built

# Trunk takes the first wasm-opt on PATH: npm's, as some systems' own is too old for today's modules.
export PATH := $(NODE_BIN):$(or $(CARGO_HOME),$(HOME)/.cargo)/bin:$(PATH)
export RUSTUP_TOOLCHAIN := $(RUST)
# What is built for others tells nothing of the folder it was built in. Cargo adds this to the flags in .cargo/config.toml.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS := --remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)/registry/src=crates

WASM := --target wasm32-unknown-unknown
# The programs for browsers: each is a package, drive-screening-NAME in src/web/NAME, and its binary bears the name. And what
# they share that is for browsers alone.
PROGRAMS := page criteria desk components composer author exporter sealer engine checker
SHARED := ui worker-messages js-values

.PHONY: help run test check verify-privacy nginx deny strings translated unread reading-age licences validate bench measure mutants fuzz speed sizes \
	figures css build examples engine package hosts clean rust node build-tools browser browsers geckodriver \
	validators

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

run: build ## Set up, build for release and serve the page (PORT=8080)
	@node tests/serve/serve.mjs --dir dist --port $(PORT)

test: rust browser browsers validators build-tools css ## Set up and run every test
	cargo test --locked
	cargo test --locked $(TRANSLATE)
	@if $(VALIDATORS); then $(MAKE) validate; fi
	@$(MAKE) build hosts examples
	node --test tests/engine/
	@browsers=chromium; if $(FIREFOX); then browsers+=,firefox; fi; if $(WEBKIT); then browsers+=,webkit; fi; \
	DRIVE_BROWSERS=$$browsers cargo test --locked --features browser-tests --test browser

DOC := RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --document-private-items
check: rust css ## Format, clippy and docs, warnings denied
	cargo fmt --check
	cargo clippy --locked --all-targets --features browser-tests -- -D warnings
	$(DOC)
	@for one in $(SHARED) $(PROGRAMS); do \
		parts="$(WASM) -p drive-screening-$$one"; \
		echo "$$one"; cargo clippy --locked $$parts -- -D warnings; $(DOC) $$parts; \
	done
	@for tool in fuzz mutants translate; do cargo check --locked --manifest-path tests/$$tool/Cargo.toml --target-dir target/$$tool; done
	node src/licences/third_party.mjs --check
	node tests/figures/figures.mjs --check
	@for script in tests/*/*.mjs src/web/js/*.mjs src/licences/*.mjs; do node --check "$$script"; done
	@for script in src/web/js/*.js tests/hosts/*.js; do node --check --input-type=module < "$$script"; done

deny: rust ## Licences, bans, sources and known faults of every dependency
	$(call tool,cargo-deny,cargo-deny,$(CARGO_DENY),)
	cargo deny --locked --all-features check --hide-inclusion-graph licenses bans sources
	@# The database of known faults is fetched: where it cannot be had, that is said, and nothing passes for checked.
	@if timeout $(PATIENCE) cargo deny --locked --all-features fetch db > /dev/null 2>&1; then \
		cargo deny --locked --all-features check --disable-fetch --hide-inclusion-graph advisories; \
	else \
		echo 'Not checked: advisories. Their database could not be fetched.'; \
	fi

# Seconds that a database may take to come.
PATIENCE ?= 60

TRANSLATE := --manifest-path tests/translate/Cargo.toml --target-dir target/translate
strings: rust ## Every sentence in both languages in one file for a translator, strings.xlf
	cargo run --quiet --locked $(TRANSLATE) -- export > strings.xlf

FILE ?= strings.xlf
translated: rust ## Put a translator's Welsh where it stands, FILE=strings.xlf
	cargo run --quiet --locked $(TRANSLATE) -- import '$(FILE)'

unread: rust ## How much of the Welsh no translator has approved yet, by file
	@cargo run --quiet --locked $(TRANSLATE) -- count

reading-age: rust css ## How old somebody must be to read each page with ease, the hardest first
	@cargo test --quiet --locked --test suite reading_age::printed -- --ignored --nocapture

licences: rust node $(NPM_DONE) ## Write anew whose terms the built files are under
	node src/licences/third_party.mjs

validate: rust validators css ## Check documents with veraPDF, qpdf, LibreOffice and others
	@$(VALIDATORS)
	@folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; \
	DOCUMENTS=$$folder cargo test --locked --test suite corpus; \
	tests/validate/validate.sh "$$folder" $(VALIDATORS_FOLDER)

bench: rust css ## Benchmarks of the core, and how a check grows with its pack
	cargo bench --locked --bench screening
	cargo test --locked --release --test suite measured_growth -- --ignored --nocapture

measure: browser build ## How soon the page is ready beside a floor, how long documents take, and how much memory
	cargo test --locked --features browser-tests --test browser measured -- --ignored --nocapture

# Which subjects of the suite judge the mutants, beside the unit tests. FILES limits them to some files.
TESTS ?= vignettes truth_tables exact laws reasons interview interview_form progress doubts older drafts packs changes pack_check \
	site edit exit_keys bad_input documents scan schemas embed review non_interference entries sources yes_no
MUTANTS := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/drive-screening/mutants
mutants: rust css ## Change the core, one thing at a time, and see that a test fails (half an hour)
	$(call tool,cargo-mutants,cargo-mutants,$(CARGO_MUTANTS),)
	cargo run --quiet --release --locked --manifest-path tests/mutants/Cargo.toml --target-dir $(MUTANTS)/tool -- \
		'$(CURDIR)' $(MUTANTS) $(TESTS)

# libFuzzer without its usual driver: these flags give it the coverage that guides its search.
TIME ?= 600
FUZZED ?= sheet pack evaluate sealed opened received
COVERAGE := -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
	-Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1 --cfg fuzzing
fuzz: rust ## Search for input that panics, TIME=600 seconds for each target
	@host=$$(rustc -vV | sed -n 's/^host: //p'); for target in $(FUZZED); do \
		found=$$(mktemp -d); \
		(cd tests/fuzz && RUSTFLAGS='$(COVERAGE)' cargo run --quiet --release --locked --target $$host --bin $$target -- \
			-max_total_time=$(TIME) -timeout=20 -artifact_prefix=$$found/ $$found corpus/$$target); \
	done

verify-privacy: browser browsers nginx build ## A new version is put up by nginx while a case is open, in every browser there is
	@browsers=chromium; if $(FIREFOX); then browsers+=,firefox; fi; if $(WEBKIT); then browsers+=,webkit; fi; \
	DRIVE_BROWSERS=$$browsers cargo test --locked --features browser-tests --test browser behind_nginx -- --ignored

speed: browser build engine ## How long the heavy work takes in a browser, also slowed down fourfold
	cargo test --locked --features browser-tests --test browser speed -- --ignored --nocapture

sizes: build engine ## What the built files weigh, against the budget
	@node tests/sizes/sizes.mjs dist engine

figures: build engine ## Write the page of figures, src/figures.md
	@node tests/figures/figures.mjs

css: style/dist/main.css ## Compile the styles

# Every sheet directly in style/ becomes one in style/dist/.
style/dist/main.css: $(NPM_DONE) index.html src/web/js/boot.js \
		$(shell find style src -name dist -prune -o \( -path 'style/*' -o -name '*.rs' -o -name '*.js' \) -print 2>/dev/null)
	$(NODE_BIN)/sass --style=compressed --no-source-map --quiet-deps --load-path=node_modules \
		$(foreach sheet,$(wildcard style/*.scss),$(sheet):$(sheet:style/%.scss=style/dist/%.css))
	@node style/unused.mjs $(patsubst style/%.scss,style/dist/%.css,$(wildcard style/*.scss))
	@touch $@

# Skipped when no file that could matter is newer than the last build, and `dist` is that build. What the other targets
# write, and what only people read, does not matter.
build: build-tools css ## Build for release into dist
	@changed=$$(find . -mindepth 1 \( -name .git -o -name target -o -name node_modules -o -path ./dist -o -path ./engine \
		-o -path ./package -o -path ./tests -o -path ./benches -o -path ./.ci -o -name '*.log' -o -name '*.md' -o -name '*.xlf' \) -prune \
		-o -newer $(BUILT) -print -quit 2>/dev/null || echo all); \
	if [ -z "$$changed" ] && cksum dist/index.html 2>/dev/null | cmp -s - $(BUILT); then exit 0; fi; \
	wasm-opt --version | grep -qF '($(WASM_OPT))' || { echo 'wasm-opt is not $(WASM_OPT): run npm ci again'; exit 1; }; \
	started=$$(mktemp node_modules/.building.XXXXXX); \
	trap 'rm -f "$$started"' EXIT; \
	cargo fetch --locked; \
	trunk build --release; \
	cksum dist/index.html > $(BUILT); \
	touch -r "$$started" $(BUILT)

# Beside a copy of the site and not in it: no referrer loads it.
EXAMPLES := target/components
examples: build ## Build a page of every component in every state into target/components
	cargo build --locked $(WASM) --profile page -p drive-screening-components
	@rm -rf $(EXAMPLES) && cp -r dist $(EXAMPLES)
	wasm-bindgen --target web --no-typescript --out-dir $(EXAMPLES) "$${CARGO_TARGET_DIR:-target}/wasm32-unknown-unknown/page/components.wasm"
	@sed 's/criteria\(\.js\|_bg\.wasm\)/components\1/g; s/ data-integrity="[^"]*"//' dist/criteria.html > $(EXAMPLES)/components.html

# What Rust takes every browser to have.
WASM_FEATURES := $(addprefix --enable-,bulk-memory nontrapping-float-to-int sign-ext mutable-globals reference-types multivalue)
# $(call module,program,name,passes): a program as a module of JavaScript, for browsers and for Node.
define module
cargo build --locked $(WASM) -p drive-screening-$(1) --profile page
wasm-bindgen --target web --no-typescript --out-dir engine --out-name $(2) "$${CARGO_TARGET_DIR:-target}/wasm32-unknown-unknown/page/$(1).wasm"
wasm-opt $(WASM_FEATURES) $(3) engine/$(2)_bg.wasm -o engine/$(2)_bg.wasm
endef

engine: engine/.built ## Build the engine alone, for pages with forms of their own and for Node, into engine
	@cp src/web/js/engine.js src/web/js/error.js engine
	@echo '{ "type": "module" }' > engine/package.json
engine/.built: $(shell find src -name '*.rs' -o -name '*.json' -o -name Cargo.toml) Cargo.toml Cargo.lock | build-tools
	@mkdir -p engine
	$(call module,engine,engine_core,--low-memory-unused --gufa --flatten --rereloop -Oz -Oz)
	$(call module,checker,checker,-Oz)
	@touch $@

package: build engine ## Build the npm package and the zip of the static site into package
	@node src/web/js/package.mjs dist engine package

# Installed from the tarball, as an integrator would.
HOSTS := tests/hosts/apps
hosts: package ## Hold the package against its types, and build the React and Angular pages around it
	@cmp -s $(HOSTS)/package-lock.json $(HOSTS)/node_modules/.locked || { \
		(cd $(HOSTS) && npm ci --ignore-scripts --loglevel=error) && cp $(HOSTS)/package-lock.json $(HOSTS)/node_modules/.locked; }
	@rm -rf $(HOSTS)/node_modules/drive-screening $(HOSTS)/built
	@# By the lock file everything but the package is there already: without it npm would ask for what only a cache has.
	cd $(HOSTS) && npm install --no-save --offline --loglevel=error $(CURDIR)/package/drive-screening-*.tgz
	cd $(HOSTS) && node_modules/.bin/tsc
	cd $(HOSTS) && node_modules/.bin/esbuild react.tsx angular.ts --bundle --minify --format=esm --outdir=built \
		--define:process.env.NODE_ENV='"production"' \
		--define:ngDevMode=false --define:ngServerMode=false --define:ngI18nClosureMode=false --define:ngJitMode=true --log-level=warning

clean: ## Remove what was built or installed in this folder
	rm -rf dist engine package style/dist target node_modules $(HOSTS)/node_modules $(HOSTS)/built

# --- Set-up -------------------------------------------------------------------------------------------------

# $(call tool,command,crate,version,options): installs a pinned Rust tool into cargo's home when it is missing.
# A tool's lock file can name a version that the registry no longer gives out: then it is resolved afresh. They run for
# seconds at a time: building them for speed would take longer than it ever saves.
define tool
@$(1) --version 2>/dev/null | grep -qwF '$(3)' || { \
	echo 'Installing $(2) $(3), once: this takes minutes'; \
	complaint=$$(mktemp); trap 'rm -f "$$complaint"' EXIT; \
	get() { CARGO_TARGET_DIR='$(TOOLS)' CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=1 \
		CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 cargo install --quiet "$$@" $(2)@$(3) $(4); }; \
	if ! get --locked 2> "$$complaint"; then \
		cat "$$complaint" >&2; \
		grep -q 'failed to select a version' "$$complaint" || exit 1; \
		echo 'Trying again without the lock file of $(2)'; \
		get; \
	fi; \
}
endef

rust:
	@for need in rustup cc; do command -v $$need > /dev/null || { echo "$$need is needed and not on PATH"; exit 1; }; done
	@have=" $$(rustup component list --toolchain $(RUST) --installed 2>/dev/null | tr '\n' ' ' || true)"; \
	for part in $(RUST_PARTS) $(addprefix rust-std-,$(RUST_TARGETS)); do \
		case "$$have" in *" $$part"*) ;; *) missing=yes ;; esac; \
	done; \
	if [ -n "$${missing:-}" ]; then \
		rustup toolchain install $(RUST) --no-self-update --profile minimal \
			$(addprefix --component ,$(RUST_PARTS)) $(addprefix --target ,$(RUST_TARGETS)); \
	fi

node:
	@node -e 'process.exit(Number(process.versions.node.split(".")[0] < 20))' 2>/dev/null || { echo 'Node 20 or newer is needed'; exit 1; }

$(NPM_DONE): package.json package-lock.json .npmrc | node
	npm ci --ignore-scripts --omit=optional
	@touch $@

build-tools: rust $(NPM_DONE)
	$(call tool,trunk,trunk,$(TRUNK),--no-default-features --features rustls)
	$(call tool,wasm-bindgen,wasm-bindgen-cli,$(WASM_BINDGEN),)

# $(call system,condition,packages,words): unless the condition holds, installs packages of the system where this account
# may; says the words if it still does not hold.
define system
@if $(1); then exit 0; fi; \
if [ "$$(id -u)" = 0 ]; then as=; else as='sudo -n'; fi; \
if command -v apt-get > /dev/null && $$as true 2> /dev/null; then \
	$$as apt-get update -qq || true; \
	$$as env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(2) || true; \
fi; \
if $(1); then exit 0; fi; \
echo $(3): apt-get install $(2)
endef

on_path = command -v $(1) > /dev/null

# Without this one there are no browser tests.
CHROMIUM := $(call on_path,chromium) && $(call on_path,chromedriver)
browser:
	$(call system,$(CHROMIUM),chromium chromium-driver,'The browser tests need chromium and chromedriver')
	@$(CHROMIUM)

NGINX := $(call on_path,nginx)
nginx:
	$(call system,$(NGINX),nginx-light,'A server that others use is needed')
	@$(NGINX)

# The other two browsers, for the tests that want all three.
FIREFOX := $(call on_path,firefox-esr) && $(call on_path,geckodriver)
WEBKIT := $(call on_path,Xvfb) && $(call on_path,WebKitWebDriver)
browsers: rust
	$(call system,$(WEBKIT),webkit2gtk-driver xvfb,'Not tested: WebKit. To install it')
	$(call system,$(call on_path,firefox-esr),firefox-esr,'Not tested: Firefox. To install it')
	@if $(call on_path,firefox-esr); then $(MAKE) geckodriver || echo 'Not tested: Firefox, as geckodriver was not installed'; fi

geckodriver:
	$(call tool,geckodriver,geckodriver,$(GECKODRIVER),)

# What checks documents from outside.
VALIDATORS_FOLDER := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/drive-screening/validate
VALIDATORS_SYSTEM := $(call on_path,javac) && $(call on_path,age) && $(call on_path,qpdf) && $(call on_path,pdfinfo) && $(call on_path,zbarimg) \
	&& $(call on_path,soffice) && python3 -c 'import ensurepip, venv' 2> /dev/null && test -e /usr/share/java/jaxb-runtime.jar
VALIDATORS := $(VALIDATORS_SYSTEM) && cat tests/validate/requirements.txt tests/validate/package-lock.json | cmp -s - $(VALIDATORS_FOLDER)/installed
validators:
	$(call system,$(VALIDATORS_SYSTEM),age qpdf poppler-utils zbar-tools default-jdk-headless libjaxb-java libjaxb-api-java libreoffice-writer-nogui python3-venv,'Documents are not checked from outside. To install what does')
	@if ! { $(VALIDATORS_SYSTEM); }; then exit 0; fi; \
	tests/validate/set-up.sh $(VALIDATORS_FOLDER) || echo 'Documents are not checked from outside: what is no package of the system was not installed'
