# What one does every day, by https://just.systems; the first command of CONTRIBUTING.md has to have been given once.

# All tests but the benchmarks, or those named: just test tests/bot
test *which:
    .venv/bin/pytest {{which}}

# All tests that start no process, browser or encoder: some six minutes
quick:
    .venv/bin/pytest -m "not slow"

# What .ci/run looks at beside the tests
lint:
    .venv/bin/ruff check . && .venv/bin/ruff format --check . && .venv/bin/mypy

# Every example in the documents
docs:
    .venv/bin/pytest tests/test_documents.py tests/test_readme.py

# The bot in a browser, without Telegram
serve:
    .venv/bin/python -m bot preview
