"""How sure a claim is: what the stages know that could be wrong about it, and how often such claims were right."""
