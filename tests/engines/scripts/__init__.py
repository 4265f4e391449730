"""Programs for child processes, since what they do may kill or hang the process."""
