# Words of the installation itself.

privacy-notice = Como cuidamos dos seus dados: { $url }
group-only-private = Olá! Eu só atendo em conversa particular: é só me chamar por lá. (Número deste grupo: { $group })
