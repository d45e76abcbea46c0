"""Tell what holds: the owner's words over what the starter pack suggests.

In come answers, a pack and the method; out go what is said, proposed and effective at any path,
and the Playbook or every problem. It knows no screen, no site and no page.
"""
