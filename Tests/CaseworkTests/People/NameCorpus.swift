/// Common first names and surnames, Norwegian, Sámi, Kven and of those who moved here, each a name of its own.
///
/// Written out for the measure of false matches; variants of one name are in ``NameSoundTests`` instead.
let nameCorpus: [String] = [girlsOfNorway, boysOfNorway, sapmi, elsewhere, surnames].flatMap { names in
    names.split(whereSeparator: \.isWhitespace).map(String.init)
}

private let girlsOfNorway = """
    Anne Inger Kari Marit Ingrid Liv Eva Berit Astrid Bjørg Hilde Anna Solveig Marianne Randi Ida Nina Maria
    Elisabeth Kristin Bente Heidi Silje Hanne Linda Tone Gerd Elin Anita Tove Wenche Camilla Ragnhild Ellen Hege
    Karin Ann Julie Mona Marie Else Aud Kristine Laila Turid Line Monica Helene Mari Stine Ingeborg Kirsten Gunn
    Trine Irene Åse Jorunn Grete Siv Marte Reidun Unni Sissel Lene Mette Vigdis Thea Emma Nora Tuva Sunniva Sigrid
    Eline Frøydis Mathea Tiril Maren Live Vilde Amalie Malin Hedda Synnøve Birte Lisa Lise Ronja Oda Guro Gro Brit
    Torill Eldrid Borghild Dagny Signe Oddny Gudrun Magnhild Åshild Gyda Ylva Embla Selma Alma Ella Frida Jenny
    Sara Tiril Andrea Hedvig Iselin Othilie Lotte Charlotte Cecilie Benedicte Ulrikke Vibeke Synne Yvonne Dina Tina
    Gina Ina Mina Lina Tora Thale Ane Aase-Marie Johanne Karoline Pernille Margrete Merete Marta Torunn Idun Eir
    """

private let boysOfNorway = """
    Jan Per Bjørn Ole Lars Kjell Knut Arne Svein Thomas Hans Geir Tor Morten Terje Odd Erik Martin Andreas John
    Anders Rune Trond Tore Daniel Jon Kristian Marius Tom Harald Olav Stian Magnus Gunnar Rolf Øyvind Fredrik Nils
    Espen Henrik Eirik Helge Leif Christoffer Håkon Steinar Einar Kenneth Jonas Ola Frode Arild Håvard Jørgen Kåre
    Dag Sverre Petter Kristoffer Øystein Roger Alexander Johan Ivar Pål Vidar Tommy Egil Ståle Roar Sindre Simon
    Emil Mathias Sander Oskar Jakob Lukas Noah William Elias Oliver Filip Aksel Theodor Even Brage Torjus Ådne
    Mikkel Vetle Halvard Halvor Tord Torstein Torbjørn Asbjørn Sigurd Eivind Ingvar Inge Ingar Stefan Roald Reidar
    Ragnar Gaute Gard Bård Kai Leon Isak Adrian Sivert Ulrik Birk Eskil Tarjei Trygve Yngve Jens Ludvik Amund
    Asle Aslak Audun Birger Didrik Finn Gisle Glenn Hallgeir Herman Iver Joakim Karsten Kolbjørn Lasse Levi Mons
    Njål Oddvar Peder Preben Rasmus Robin Sigve Snorre Storm Sturla Tarald Tobias Tormod Viggo Viktor Åge Åsmund
    """

private let sapmi = """
    Áile Máret Biret Sárá Ráijá Elle Máijá Risten Niillas Ánte Jovnna Issát Ovllá Mihkkal Ánde Áilu Biera Beaska
    Inga Ristiinná Iŋgá Láilá Gáddjá Sofe Ánne Lásse Heaika Juhán Jouni Nilla Hánsa Issáhk Ásllat Duommá Pekka
    Matti Kaisa Aino Tuomas Eino Helmi Väinö Sáhra Laara Aanna Maajja Jååhkesjh Læjsa Måhtte Gïjssá Sjøfte Tjaalehke
    """

private let elsewhere = """
    Mohammed Ahmed Ali Fatima Aisha Yusuf Hassan Hussein Omar Ibrahim Khadija Zainab Maryam Abdi Hodan Fatuma Selam
    Ifrah Nadifa Winta Abdirahman Yonas Liban Filmon Mahad Kidane Linh Zeynep Parwana Nour Thandar Emre Farid Rostam
    Zuzanna Oksana Milica Łucja Ieva Þóra Kacper Mykola Stefán Dušan Matas Wojciech Agnieszka Piotr Katarzyna Marek
    Svetlana Tatjana Olena Andrij Dmytro Ayşe Mehmet Elif Burak Şirin Samira Leyla Karim Hamza Bilal Amina Sagal
    Mustafa Mahamud Ismail Salma Rania Malak Zahra Nguyễn Trần Phạm Minh Hương Thuy Priya Arjun Sanjay Sarita
    """

private let surnames = """
    Hansen Johansen Olsen Larsen Andersen Pedersen Nilsen Kristiansen Jensen Karlsen Johnsen Pettersen Eriksen Berg
    Haugen Hagen Johannessen Andreassen Jacobsen Dahl Jørgensen Henriksen Lund Halvorsen Sørensen Jakobsson Moen
    Gundersen Iversen Strand Solberg Svendsen Eide Knutsen Martinsen Paulsen Bakken Kristoffersen Mathisen Lie
    Amundsen Nguyen Rasmussen Lunde Solheim Berge Moe Bakke Nygård Kristensen Fredriksen Holm Lien Hauge
    Christensen Andresen Nielsen Knudsen Evensen Sæther Aas Hanssen Myhre Haugland Haukland Thomassen Simonsen
    Sivertsen Danielsen Berntsen Sandvik Rønning Arnesen Næss Antonsen Ellingsen Thorsen Edvardsen Gulbrandsen
    Isaksen Birkeland Ruud Aasen Strøm Ødegård Jenssen Myklebust Tangen Eliassen Helland Bøe Mikkelsen Aune Tveit
    Brekke Abrahamsen Madsen Sara Somby Utsi Eira Hætta Gaup Valkeapää Bongo Magga Oskal Turi Siri Kemi Buljo
    Balto Triumf Skum Kappfjell Jåma Bientie Niemi Kvale Schjerven Falch Wiig Vik Sand Sande Sunde Sund Lind Linde
    """
