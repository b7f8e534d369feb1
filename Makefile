# litmus: `make help` lists the targets.
#
# Nothing here runs a compiler while the file is read: `make run` and `make test` have to work on a
# machine on which make is the only thing installed.

ifeq ($(origin CC),default)
CC := gcc
endif
BUILD ?= build
OPT ?= -O2 -g
SAN ?=
PREFIX ?= /usr/local
DESTDIR ?=

CSTD := -std=gnu11
WARN := -Wall -Wextra
CFLAGS_ALL = $(CSTD) $(WARN) $(OPT) $(SAN) -I. $(CPPFLAGS) $(CFLAGS)
LIBS := -lz3 -lpcre2-8 -lm

# As many jobs as processors; `make -jN` still has the last word.
ifeq ($(MAKELEVEL),0)
MAKEFLAGS += -j$(shell nproc 2>/dev/null || echo 1)
endif
MAKEFLAGS += --no-builtin-rules

ENGINE_SRC := $(wildcard engine/*/*.c)
SOLVER_SRC := $(wildcard solver/*.c)
LITMUS_SRC := $(wildcard litmus/*/*.c)
LIB_SRC := $(filter-out litmus/cli/main.c,$(ENGINE_SRC) $(SOLVER_SRC) $(LITMUS_SRC))
LIB_OBJ := $(LIB_SRC:%.c=$(BUILD)/obj/%.o) $(BUILD)/obj/gen/prelude.o $(BUILD)/obj/gen/page.o
# The library, in litmus Rust.
PRELUDE := litmus/rust/prelude.rs $(sort $(wildcard litmus/rust/std/*.rs))
UNIT_SRC := $(wildcard tests/unit/test_*.c)
UNIT_BIN := $(UNIT_SRC:tests/unit/%.c=$(BUILD)/unit/%)
PROGRAMS := $(BUILD)/litmus $(UNIT_BIN) $(BUILD)/fuzz $(BUILD)/bench-machine $(BUILD)/bench-measure
FORMATTED = $(shell find engine solver litmus tests bench -name '*.[ch]' | sort)

# Another run of make, for when what is missing has been installed.
SUBMAKE = $(MAKE) --no-print-directory $(if $(V),,-s)

# The build that the tests use: every part checked by the sanitizers.
SAN_BUILD := $(BUILD)/san
SAN_FLAGS := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
SAN_MAKE = $(SUBMAKE) BUILD=$(SAN_BUILD) SAN='$(SAN_FLAGS)' OPT='-O1 -g'

## all      build build/litmus (the default)
all: deps-check
	+@$(SUBMAKE) $(BUILD)/litmus

## run      install what is missing, build, run the corpus
run: deps
	+@$(SUBMAKE) $(BUILD)/litmus
	$(BUILD)/litmus run corpus/

## test     install what is missing, build, run all tests; the last line counts them
test: deps-test
	+@$(SUBMAKE) $(BUILD)/litmus
	+@$(SAN_MAKE) programs-test
	@BUILD=$(BUILD) SAN_BUILD=$(SAN_BUILD) scripts/test.sh

## install  copy the binary and the corpus to $(DESTDIR)$(PREFIX)
install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/litmus $(DESTDIR)$(PREFIX)/share/doc/litmus
	install -m 755 $(BUILD)/litmus $(DESTDIR)$(PREFIX)/bin/litmus
	install -m 644 README.md LICENSE docs/*.md $(DESTDIR)$(PREFIX)/share/doc/litmus
	cp -R corpus crate $(DESTDIR)$(PREFIX)/share/litmus/

## uninstall  remove what install copied
uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/litmus
	rm -rf $(DESTDIR)$(PREFIX)/share/litmus $(DESTDIR)$(PREFIX)/share/doc/litmus

## bench    measure what docs/performance.md records
bench: deps
	+@$(SUBMAKE) $(BUILD)/litmus $(BUILD)/bench-machine $(BUILD)/bench-measure
	@BUILD=$(BUILD) bench/bench.sh

## fuzz     10,000 mutated corpus files through the sanitizer build (COUNT=, SEED=)
COUNT ?= 10000
SEED ?= 1
fuzz: deps
	+@$(SAN_MAKE) $(SAN_BUILD)/fuzz
	@SAN_BUILD=$(SAN_BUILD) scripts/fuzz.sh $(COUNT) $(SEED) $(BUILD)/fuzz-crashes

## format   lay out all C files with clang-format
format:
	clang-format -i $(FORMATTED)

## layers   check that includes point one way: litmus -> solver -> engine
layers:
	@scripts/layers.sh

## deps     install what building needs (Debian packages; asks sudo when not root)
deps:
	@CC='$(CC)' scripts/install-deps.sh build

deps-test:
	@CC='$(CC)' scripts/install-deps.sh test

deps-check:
	@CC='$(CC)' scripts/install-deps.sh --check build

## clean    remove everything that was built
clean:
	rm -rf $(BUILD)

## help     this list
help:
	@sed -n 's/^## //p' Makefile

programs-test: $(BUILD)/litmus $(UNIT_BIN) $(BUILD)/fuzz

# ---- objects and programs

# A line for each step; `make V=1` shows the commands.
Q := $(if $(V),,@)
say = $(if $(V),,@printf '  %-5s%s\n' '$(1)' '$(2)')

# A stamp changes only when its text does: what depends on it is rebuilt when the compiler, the
# flags or the set of files changed, and not otherwise.
define stamp
@mkdir -p $(@D)
@printf '%s\n' '$(1)' | cmp -s - $@ || printf '%s\n' '$(1)' >$@
endef

$(BUILD)/flags: FORCE
	$(call stamp,$(CC) $(CFLAGS_ALL))

$(BUILD)/objects: FORCE
	$(call stamp,$(LIB_OBJ))

$(BUILD)/obj/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) $(CFLAGS_ALL) -MMD -MP -c $< -o $@

$(BUILD)/obj/gen/%.o: $(BUILD)/gen/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,CC,$<)
	$(Q)$(CC) $(CFLAGS_ALL) -MMD -MP -c $< -o $@

$(BUILD)/gen/prelude.c: $(PRELUDE) scripts/embed.sh
	@mkdir -p $(@D)
	$(call say,GEN,$@)
	$(Q)cat $(PRELUDE) >$(BUILD)/gen/prelude.rs
	$(Q)scripts/embed.sh litmus_prelude $(BUILD)/gen/prelude.rs >$@.tmp && mv $@.tmp $@

$(BUILD)/gen/page.c: litmus/explain/page.html scripts/embed.sh
	@mkdir -p $(@D)
	$(call say,GEN,$@)
	$(Q)scripts/embed.sh litmus_page $< >$@.tmp && mv $@.tmp $@

$(BUILD)/liblitmus.a: $(LIB_OBJ) $(BUILD)/objects
	@rm -f $@
	$(call say,AR,$@)
	$(Q)ar rcs $@ $(LIB_OBJ)

$(BUILD)/litmus: $(BUILD)/obj/litmus/cli/main.o $(BUILD)/liblitmus.a
	$(call say,LINK,$@)
	$(Q)$(CC) $(CFLAGS_ALL) $^ -o $@ $(LDFLAGS) $(LIBS)

$(BUILD)/unit/%: $(BUILD)/obj/tests/unit/%.o $(BUILD)/liblitmus.a
	@mkdir -p $(@D)
	$(call say,LINK,$@)
	$(Q)$(CC) $(CFLAGS_ALL) $^ -o $@ $(LDFLAGS) -lcmocka $(LIBS)

$(BUILD)/fuzz: $(patsubst %.c,$(BUILD)/obj/%.o,$(wildcard tests/fuzz/*.c)) $(BUILD)/liblitmus.a
	$(call say,LINK,$@)
	$(Q)$(CC) $(CFLAGS_ALL) $^ -o $@ $(LDFLAGS) $(LIBS)

$(BUILD)/bench-machine: $(BUILD)/obj/bench/machine.o $(BUILD)/liblitmus.a
	$(call say,LINK,$@)
	$(Q)$(CC) $(CFLAGS_ALL) $^ -o $@ $(LDFLAGS) $(LIBS)

$(BUILD)/bench-measure: $(BUILD)/obj/bench/measure.o
	$(call say,LINK,$@)
	$(Q)$(CC) $(CFLAGS_ALL) $^ -o $@ $(LDFLAGS)

-include $(LIB_OBJ:.o=.d) $(UNIT_SRC:%.c=$(BUILD)/obj/%.d) $(wildcard $(BUILD)/obj/*/*/*.d $(BUILD)/obj/bench/*.d)

FORCE:
.SECONDARY:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := all
.PHONY: all run test install uninstall bench fuzz format layers deps deps-test deps-check clean help \
  programs-test FORCE
