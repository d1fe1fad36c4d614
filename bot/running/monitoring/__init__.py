"""The bot as seen from outside: figures, a line an answer in the log, signs of life. Never texts, names or identifiers.

In which file:

    library_figures    what the articles are like, in figures
    metrics            what is counted, for Prometheus
    instrumentation    notes what happens to updates, in the metrics and in the log
    health             the addresses that a host and Prometheus ask
    watchdog           ends the process when Telegram is silent for too long
"""

from bot.running.monitoring.health import Health, health_routes
from bot.running.monitoring.instrumentation import Instrumentation
from bot.running.monitoring.library_figures import LibraryState
from bot.running.monitoring.metrics import Metrics
from bot.running.monitoring.watchdog import run_watchdog

__all__ = ["Health", "Instrumentation", "LibraryState", "Metrics", "health_routes", "run_watchdog"]
