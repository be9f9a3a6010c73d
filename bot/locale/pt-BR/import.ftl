# For who fills in spreadsheets: `zelador import`. What validators refuse has its words in errors.ftl, unless they would ask a customer.

import-place =
    .line = { $file }, linha { $line }
    .column = { $file }, linha { $line }, coluna { $column }
import-noun =
    .company = empresas
    .contact = contatos
    .home = imóveis
    .contract = contratos
import-total = { $noun }: inclusões { $new } · alterações { $changed } · sem mudança { $same }
import-unused = { $file }: estas colunas não são usadas: { $columns }.
import-done =
    .checked = Conferido. Nada foi gravado.
    .written = Importado.
import-first = Acima estão os primeiros { $told } erros.
import-refused =
    .all = Nada foi gravado. Erros a corrigir: { $count }.
    .left-out = As linhas com erro ficaram de fora. Erros a corrigir: { $count }.

# The file, or its head.
spreadsheet-workbook = Este é um arquivo do Excel: abra-o e salve como CSV UTF-8.
spreadsheet-pipe = Isto não é um arquivo guardado no disco: grave a planilha em um arquivo .csv e importe esse arquivo.
spreadsheet-quotes = As aspas que começam aqui não fecham direito: confira as aspas do texto, ou salve de novo como CSV.
spreadsheet-encoding = Há letras que não consigo ler: salve de novo como CSV UTF-8.
import-sheet = Não reconheço esta planilha: a primeira linha deve ter os nomes das colunas; zelador import --template grava modelos.
import-column-twice = As colunas { $other } e { $column } dizem a mesma coisa: deixe só uma.
import-column-slip = Não conheço a coluna { $column }: se é { $meant }, escreva assim; se não é, dê outro nome a ela.
import-column-missing = Falta esta coluna: inclua-a, como no modelo { $file } (zelador import --template).

# A row.
import-cells = Há mais células do que colunas: se um texto contém o separador, ponha-o entre aspas.
import-rows = São mais de { $limit } linhas de uma vez: divida a importação em partes.
import-repeated = Isto já está em { $file }, linha { $line }: deixe só uma das linhas.
import-taken = Isto já é de outro cadastro, o de código { $code }: corrija um dos dois; se mudou de dono, importe antes o { $code }.
import-taken-here = Isto já é de outro cadastro do Zelador, o nº { $id }: corrija, ou deixe esta linha de fora.
import-kind =
    .individual = Este contato (nº { $id }) é pessoa física e não muda: cadastre a empresa com outro código, com celular e sem e-mail.
    .company = Este contato (nº { $id }) é de pessoa jurídica e não muda: cadastre a pessoa física com outro código.
import-unknown =
    .company = Não há empresa com o código { $code }, ou a linha tem erro: inclua-a em empresas.csv e importe os dois juntos.
    .contact = Não há contato com o código { $code }, ou a linha tem erro: inclua-o em contatos.csv e importe os dois juntos.
    .home = Não há imóvel com o código { $code }, ou a linha tem erro: inclua-o em imoveis.csv e importe os dois juntos.
import-future = Este dia ainda não chegou: deixe a célula vazia enquanto o contrato vale.
import-meant = Isto não confere, mas parece ser { $suggestion }: confira e escreva assim.
import-error =
    .missing = Falta preencher esta célula.
    .invalid = Não consigo ler isto: escreva de outro jeito.
    .garbled = As letras estão trocadas (como JoÃ£o): abra o arquivo original e salve como CSV UTF-8.
    .surname = Falta o sobrenome: escreva nome e sobrenome.
    .code-form = Um código tem de 1 a { $limit } letras ou números, sem vírgula, ponto e vírgula nem barra em pé.
    .kind-form = Escreva PF (pessoa física) ou PJ (pessoa jurídica).
    .day-form = Escreva o dia como 31/12/2025.
    .city-form = Escreva o nome da cidade, com até { $limit } letras.
    .company-of-individual = Uma pessoa física não tem empresa: deixe vazio, ou escreva PJ no tipo.
    .contract-parties = Falta quem mora ou é dono: escreva o código de ao menos um inquilino ou proprietário.
    .company-reachable = Falta o contato: uma pessoa jurídica tem e-mail ou celular.
    .cpf-equal-digits = Esse número não é um CPF: confira, ou deixe a célula vazia.
    .cnpj-equal-digits = Esse número não é um CNPJ: confira.
    .cpf-several = Há mais de um número: escreva só o CPF.
    .cnpj-several = Há mais de um número: escreva só o CNPJ da empresa.
    .mobile-several = Há mais de um número: escreva só um celular.
    .mobile-document = Isto parece um CPF: escreva o celular, com DDD.
    .mobile-service = Este é um número de serviço: escreva o celular, com DDD, ou deixe a célula vazia.
    .mobile-landline = Este é um telefone fixo: escreva o celular, com DDD, ou deixe a célula vazia.
    .email-several = Há mais de um e-mail: escreva só um.
    .name-link = Isto parece um endereço da internet: escreva o nome.
    .company-link = Isto parece um endereço da internet: escreva o nome da empresa.
