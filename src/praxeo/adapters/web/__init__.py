"""The one guarded way out: addresses are judged, resolved and dialled here and nowhere else."""
