"""WhatsApp, by the Cloud API of Meta or of a provider that has the same."""
