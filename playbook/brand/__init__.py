"""Turn a business's colours, logo and letters into a look that can be read.

In come the brand of a playbook and the owner's folder; out go ``Look``, its style sheet and its
pictures. It knows no page and no site: paper and commands use it as well.
"""
