# The index of commands. `make brief` is the main job and needs only the Swift toolchain to begin with.
SHELL := /bin/bash
SCENARIO ?= Scenarios/belarus-2026
OUT ?= out
VEDETTE = .build/release/vedette
RELEASE = swift build -c release --product vedette
STRICT = -Xswiftc -warnings-as-errors --explicit-target-dependency-import-check error

PREFIX ?= /usr/local

.PHONY: setup build data brief test check format gdal gdal-test qgis readers wheel install bench look docs clean
brief: data
	$(VEDETTE) brief $(SCENARIO) --out $(OUT)

setup: ; @bash Scripts/setup
build: setup
	$(RELEASE)
data: build
	$(VEDETTE) data install
test: setup
	swift test -c release --disable-testable-imports
check: setup
	swift build -c release --build-tests $(STRICT)
	swift format lint --strict --recursive Package.swift Sources Tests GDALBridge/Sources GDALBridge/Tests
	$(VEDETTE) cases Cases
format:
	swift format --in-place --recursive Package.swift Sources Tests GDALBridge/Sources GDALBridge/Tests
gdal: ; @bash Scripts/setup libgdal-dev && cd GDALBridge && touch Package.swift && swift build -c release
gdal-test: gdal
	cd GDALBridge && swift test -c release --disable-testable-imports
qgis: data gdal ; @bash Scripts/setup python3-qgis && rm -rf out/maps && bash Scripts/maps $(VEDETTE) $(SCENARIO) out/maps
	/usr/bin/python3 Scripts/open_in_qgis.py out/maps
readers: ; bash Scripts/readers $(OUT)/results.gpkg
# for people without Swift: a wheel with the program and thin Python, tested; the program under PREFIX, manual and completions
wheel: ; bash Scripts/wheel $(OUT)/wheel
install:
	bash Scripts/static
	bash Scripts/install $(DESTDIR)$(PREFIX)
bench: data $(if $(AGAINST),,gdal)
	bash Scripts/bench$(if $(AGAINST),-against $(AGAINST))
look: data
	bash Scripts/look
docs: build
	mkdir -p docs/man docs/completions && swift package --allow-writing-to-package-directory generate-manual --output-directory docs/man
	for s in bash zsh fish; do $(VEDETTE) --generate-completion-script $$s > docs/completions/vedette.$$s; done
clean:
	rm -rf .build GDALBridge/.build out
