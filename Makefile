# Wrapper around CMake: each target installs its dependencies (tools/install-deps), then runs a preset of
# CMakePresets.json. `make test-all PRESETS=tsan` runs another preset.

PREFIX ?= /usr/local
PRESETS ?= dev asan-ubsan clang

.PHONY: all help demo test test-all coverage lint docs bench bench-python bench-databases wheel deb deb-test npm web windows dist release format install clean

all:
	@tools/install-deps build
	cmake --preset release
	cmake --build --preset release

help:
	@echo 'make           the library and the command, in build/release'
	@echo 'make demo      check the published plan for Vollsmose'
	@echo 'make test      the tests, in a few minutes, with gcc'
	@echo 'make test-all  all tests, with gcc, sanitizers and clang'
	@echo 'make coverage  which lines and branches the tests run, in two tables'
	@echo 'make lint      clang-format, clang-tidy, cppcheck, codespell, shellcheck, static analysis'
	@echo 'make docs      the site: guide, rules and reference, in build/docs/html'
	@echo 'make bench     the benchmarks, beside other programs; writes bench/results.md'
	@echo 'make bench-python  the Python package beside json.load'
	@echo 'make bench-databases  SQLite and PostgreSQL beside the command'
	@echo 'make wheel     the Python package, in build/release/python/dist'
	@echo 'make deb       the Debian packages, in build/deb'
	@echo 'make npm       the npm package, in build/npm'
	@echo 'make web       the page for browsers, in build/web'
	@echo 'make windows   DLL, headers and command for Windows, as a zip in build/windows'
	@echo 'make dist      the source tarball, in build/dist'
	@echo 'make release   checks and packages of a release; see tools/release --help'
	@echo 'make format    clang-format over all C files'
	@echo 'make install   to PREFIX (/usr/local); DESTDIR is respected'

demo:
	@tools/install-deps build
	@tools/demo

test:
	@tools/install-deps test
	@tools/run-tests --quick dev

test-all:
	@tools/install-deps test
	@tools/run-tests $(PRESETS)

coverage:
	@tools/install-deps test coverage
	@tools/coverage

lint:
	@tools/install-deps lint
	@tools/lint

docs:
	@tools/install-deps docs
	cmake -S . -B build/docs -G Ninja -DHHP_BUILD_DOCS=ON -DHHP_BUILD_TESTS=OFF
	cmake --build build/docs --target docs

bench:
	@tools/install-deps build
	bench/rivals/install build/release/rivals
	cmake --preset release -DHHP_BUILD_BENCH=ON
	cmake --build --preset release --target bench

bench-python:
	@tools/install-deps build wheel
	cmake --preset release -DHHP_BUILD_BENCH=ON
	cmake --build --preset release --target bench-python

bench-databases:
	@tools/install-deps build databases
	cmake --preset release -DHHP_BUILD_BENCH=ON
	cmake --build --preset release --target bench-databases

wheel:
	@tools/install-deps build wheel
	cmake --preset release
	cmake --build --preset release --target python-wheel

deb:
	@tools/install-deps deb
	@tools/deb

# for a system that is thrown away: it installs and removes the packages
deb-test:
	@tools/deb-test build/deb

npm:
	@tools/install-deps build npm
	@bindings/npm/pack build/npm

web: npm
	@web/build build/npm/helhedsplan-*.tgz build/web

windows:
	@tools/install-deps windows
	@tools/windows build/windows

dist:
	@tools/dist build/dist

release:
	@tools/release

format:
	@tools/install-deps format
	git ls-files -z '*.c' '*.h' | xargs -r -0 clang-format -i

install: all
	cmake --install build/release --prefix '$(PREFIX)'

clean:
	rm -rf build
