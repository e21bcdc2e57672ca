# What a newcomer types. Each target installs what it needs; `make help` lists them.
# Assumes Rust (rustup), Node 20+, Python 3 and, for the browser tests, Debian's apt (or a Chromium).

CARGO := cargo
# Property tests draw the same cases in every run, so that a failure is a change's own; leave it empty for new ones.
export PROPTEST_RNG_SEED ?= 20261123
BIN := target/release/ascribe
ONCE ?=

.PHONY: help demo test test-rust test-web build web lint evaluate clean-demo chromium

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

demo: build ## build, add examples/ to a fresh casebook, show the events, serve the workbench (ONCE=1 stops after showing)
	ONCE=$(ONCE) sh tools/demo.sh

test: test-rust test-web ## every test there is

test-rust: ## unit, rule, golden, property and end-to-end tests
	$(CARGO) test --release --workspace

test-web: build chromium web/node_modules ## type check and browser tests
	npm --prefix web run check
	npm --prefix web test

build: ## the program, optimised
	$(CARGO) build --release --bin ascribe

web: web/node_modules ## rebuild web/dist (committed, so that building the program needs no Node)
	npm --prefix web run build

web/node_modules: web/package-lock.json
	npm --prefix web ci --no-audit --no-fund
	@touch $@

chromium:
	@sh tools/chromium.sh

lint: ## formatting and clippy
	$(CARGO) fmt --all --check
	$(CARGO) clippy --release --workspace --all-targets -- -D warnings

evaluate: build ## figures on examples/, and on annotated reports where they lie beside the project
	$(BIN) evaluate examples/expected examples/reports --per-report
	@if [ -d ../shared/eval/gold ]; then $(BIN) evaluate ../shared/eval/gold ../shared/eval/reports; fi
