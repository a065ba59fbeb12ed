"""MediaConvert, which encodes pictures beside the container that does everything else."""
