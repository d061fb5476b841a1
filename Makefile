# The commands of this project. `make` alone lists them.
#
# Debug builds serve demo and tests alike: a first debug build takes about two thirds of the processor time of
# a release build, the tests use the same one, and the pages are fast enough in it. `make bench` builds for release.

SHELL := /bin/bash
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PORT ?= 8080

.PHONY: help
help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: demo
demo: ## A small pretend world in your browser, at PORT (8080); stop with Ctrl-C
	@scripts/bootstrap --for-building
	@source scripts/settings.sh && swift build --product rettid "$${swift_flags[@]}"
	@exec .build/debug/rettid demo --port $(PORT)

.PHONY: test
test: ## Build and run all tests and the browser walk; the last line is the sum
	@scripts/bootstrap
	@scripts/test

.PHONY: core
core: ## Build and test without web and program: about 40 seconds from nothing
	@scripts/bootstrap --for-building
	@RETTID_CORE=1 swift test --disable-xctest --scratch-path .build-core

.PHONY: build
build: ## Build program and tests; warnings and undeclared imports are errors
	@scripts/bootstrap --for-building
	@source scripts/settings.sh && swift build --build-tests "$${swift_flags[@]}"

.PHONY: lint
lint: ## Check format and style of all Swift files
	@swift format lint --strict --recursive --parallel Package.swift Sources Tests

.PHONY: format
format: ## Rewrite all Swift files to the format; what it cannot mend, `make lint` still names
	@swift format format --in-place --recursive --parallel Package.swift Sources Tests

.PHONY: torture
torture: ## The long run, 10,000 rounds (RETTID_ROUNDS); writes docs/evidence/
	@scripts/bootstrap
	@scripts/torture

.PHONY: bench
bench: ## Release build and benchmarks with their baselines
	@scripts/bootstrap
	@scripts/bench
