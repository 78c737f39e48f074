"""How long programs take from their start to their first frame, in turns."""

import os
import statistics
import subprocess
import time

ROUNDS = 9


def medians(settings, **commands):
    """Return the median of seconds for each command, and the median ratio of the first to the second."""
    env = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "FACILITATOR_QUIT_AFTER_FIRST_FRAME": "1",
        "FACILITATOR_SETTINGS": str(settings),
    }
    times = {name: [] for name in commands}
    for n in range(ROUNDS + 1):
        for name, command in commands.items():
            began = time.perf_counter()
            subprocess.run(command, env=env, check=True, capture_output=True)
            if n:  # the first of each warms the disk
                times[name].append(time.perf_counter() - began)
    first, second = times.values()
    ratio = statistics.median(a / b for a, b in zip(first, second, strict=True))
    return *(statistics.median(seconds) for seconds in times.values()), ratio
