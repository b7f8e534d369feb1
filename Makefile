# litmus: `make help` lists the targets.
CC ?= gcc
BUILD ?= build
CSTD := -std=gnu11
WARN := -Wall -Wextra
OPT ?= -O2 -g
SAN ?=
CFLAGS_ALL := $(CSTD) $(WARN) $(OPT) $(SAN) -I. $(CFLAGS)

ENGINE_SRC := $(wildcard engine/*/*.c)
SOLVER_SRC := $(wildcard solver/*.c)
LITMUS_SRC := $(wildcard litmus/*/*.c)
LIB_SRC := $(filter-out litmus/cli/main.c,$(ENGINE_SRC) $(SOLVER_SRC) $(LITMUS_SRC))
LIB_OBJ := $(LIB_SRC:%.c=$(BUILD)/obj/%.o)

all: $(BUILD)/litmus

$(BUILD)/obj/%.o: %.c
	@mkdir -p $(dir $@)
	$(CC) $(CFLAGS_ALL) -MMD -MP -c $< -o $@

$(BUILD)/liblitmus.a: $(LIB_OBJ)
	@rm -f $@
	ar rcs $@ $^

$(BUILD)/litmus: $(BUILD)/obj/litmus/cli/main.o $(BUILD)/liblitmus.a
	$(CC) $(CFLAGS_ALL) $^ -o $@ -lz3 -lpcre2-8

clean:
	rm -rf $(BUILD)

-include $(shell find $(BUILD)/obj -name '*.d' 2>/dev/null)
.PHONY: all clean
