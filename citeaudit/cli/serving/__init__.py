"""The local page of ``citeaudit serve``: what is asked, who may ask, and how an upload is audited."""
