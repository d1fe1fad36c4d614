# What one does every day, by https://just.systems; the first command of CONTRIBUTING.md has to have been given once.

# All tests but the benchmarks, or those named: just test tests/bot
test *which:
    .venv/bin/pytest -n auto {{which}}

# All tests that start no process, browser or encoder: under two minutes on two quiet cores
quick:
    .venv/bin/pytest -n auto -m "not slow"

# What .ci/run looks at beside the tests
lint:
    .venv/bin/ruff check . && .venv/bin/ruff format --check . && .venv/bin/mypy

# Every example in the documents
docs:
    .venv/bin/pytest tests/test_documents.py tests/test_readme.py

# The bot in a browser, without Telegram
serve:
    .venv/bin/python -m bot preview
