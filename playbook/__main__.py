"""Run Playbook with ``python -m playbook``."""

from playbook.cli import main

if __name__ == "__main__":
    main()
