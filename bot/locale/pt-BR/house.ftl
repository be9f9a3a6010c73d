# Words of the installation itself.

privacy-notice = Como cuidamos dos seus dados: { $url }
