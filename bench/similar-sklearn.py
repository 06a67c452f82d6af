"""Times scikit-learn on the same points: the k nearest of every point but itself, exactly, by two of its ways.

Read from the folder named first: points (f64, row by row). Written beside it: the answers of each way (i64). Printed: seconds.
"""

import json
import sys
import time
from pathlib import Path

import numpy as np
import sklearn
from sklearn.neighbors import NearestNeighbors

folder, width, k, cores = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
points = np.fromfile(folder / "points").reshape(-1, width)
seconds = {}
for way in ("brute", "kd_tree"):
    index = NearestNeighbors(n_neighbors=k, algorithm=way, n_jobs=cores).fit(points)
    times = []
    # Asked without points, it leaves each point out of its own list, as we do.
    for _ in range(3):
        started = time.perf_counter()
        answer = index.kneighbors(return_distance=True)
        times.append(time.perf_counter() - started)
    seconds[way] = min(times)
    answer[1].astype(np.int64).tofile(folder / way)
print(json.dumps({"version": sklearn.__version__, "seconds": seconds}))
