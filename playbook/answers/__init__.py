"""What the owner said: read it, change it, keep it safe, and turn it into a Playbook."""
