"""What pages that are no article say, in the languages of the web: each kind by its things and what is said of them.

A stock phrase is worded anew by every site; what it is about and what it says of it are few words. Patterns are matched
on folded text (`claimcheck.recognise.wording.fold_words`): lower case, Latin, Greek and Cyrillic letters without accents.
"""

# ruff: noqa: ISC004 - a pattern of a hundred words is written over several lines

from enum import StrEnum


class Kind(StrEnum):
    """What stands in an article's place."""

    CHALLENGE = "challenge"
    REGION = "region"
    CONSENT = "consent"
    LOGIN = "login"
    PAYWALL = "paywall"
    MISSING = "missing"
    PARKED = "parked"


PAIRS: dict[Kind, tuple[tuple[str, str], ...]] = {
    Kind.MISSING: (
        (
            r"\b(?:page|article|story|stories|content|post|item|document|link|address|url|report|piece|publication|"
            r"entry|record|resource|file|topic|thread|video|material|listing|advert|vacancy|episode|dataset|profile|discussion|blog)s?\b",
            r"(?:not|n't|never|cannot) (?:be |been )?(?:found|located|available|exist)|(?:could|can|did|do|does|was)(?: not|n't|not) "
            r"(?:find|locate|exist|answer)|no longer|(?:been|was|were|being|is|are|get|got) (?:permanently |since )?"
            r"(?:removed|deleted|moved|renamed|unpublished|withdrawn|retired|taken (?:down|offline)|archived)|"
            r"\b(?:is|are|has|have) (?:gone|missing|unavailable|expired|moved)|may have (?:been )?(?:moved|removed|expired|changed)|"
            r"does ?n[o']t (?:seem to )?exist|not exist|taken (?:this|that|it|the)(?: \w+)? down|lost (?:your|its|the) way|nowhere to be found|vanished|disappeared|no (?:story|page|article) (?:lives|exists|is)|nothing (?:lives )?at this|used to (?:live|be)|not carried over|never existed|took (?:it|this).{0,12}down|"
            r"no (?:such )?(?:page|article|story|record|item|document|entry)|(?:is|are)(?: not|n't) (?:here|there|around|(?:on|part of) (?:our|this|the) \w*site)|no longer here|nothing (?:here|to see|to show)|can(?:'t|not) be (?:seen|shown|displayed|opened) (?:here|any)",
        ),
        (
            r"\b(?:seite|artikel|beitrag|inhalt|meldung|adresse|link|dokument|text|angebot|bericht|url|anzeige|stellenanzeige|thema|eintrag|video|datei|profil)\w{0,3}\b",
            r"(?:fuhren|haben|zeigen) wir (?:leider )?nicht mehr|nicht mehr (?:anbieten|zeigen|bereitstellen)|nicht langer (?:verfugbar|zur verfugung)|nicht mehr (?:teil|im (?:sortiment|angebot)|zu unserem|lieferbar|erhaltlich)|verschwunden|nicht (?:mehr )?(?:im archiv|gefunden|gibt|angeboten|aktiv|zur verfugung|verfugbar|vorhanden|abrufbar|erreichbar|auffindbar|existier\w+|online)|"
            r"(?:existiert|gibt es|finden wir|steht) (?:leider )?(?:nicht|hier nicht)|geloscht|entfernt|verschoben|depublizier|umgezogen|abgelaufen",
        ),
        (
            r"\b(?:page|article|contenu|adresse|lien|depeche|communique|document|publication|url|rubrique|annonce|fiche|sujet|fichier|billet|video)s?\b",
            r"introuvable|n'existe (?:pas|plus)|n'est (?:pas|plus)|(?:a|ont) (?:ete|peut-etre ete) (?:supprime|deplace|retire|archive)|"
            r"(?:a|ont) (?:quitte|expire|disparu|change)|plus (?:disponible|en ligne|accessible)|perdu la trace|ne mene plus|depublie\w?|disparu\w?|pas (?:trouve|disponible)|n'avons pas trouve|expire",
        ),
        (
            r"\b(?:pagina|articulo|noticia|contenido|direccion|enlace|nota|documento|publicacion|pieza|video|url|informacion|texto|anuncio|tema|archivo|entrada|ficha|perfil|blog)s?\b",
            r"no (?:se )?(?:ha |hemos |pudo |pudimos |puede )?(?:encontrad\w|encuentra\w*|existe|esta disponible|encontrar|halla)|"
            r"(?:ha|fue) (?:sido )?(?:eliminad|borrad|retirad|movid|caducad|dejado)|han vencido|ya no (?:existe|esta)|caducad|haya caducado|despublicad|no (?:disponible|consta)|ya no (?:podemos|se encuentra)|retirad\w|inexistente|desaparecid\w",
        ),
        (
            r"\b(?:pagina|articolo|contenuto|notizia|indirizzo|link|documento|url|pezzo|annuncio|discussione|scheda|file|video|post)\b",
            r"non (?:e |e stat\w )?(?:trovat\w|disponibile|esiste|piu)|(?:e stat\w|stat\w) (?:rimoss|spostat|cancellat|eliminat)|inesistente|scadut|non c\'e piu|sparit\w|perdut\w",
        ),
        (
            r"\b(?:pagina|artigo|noticia|conteudo|endereco|link|materia|texto|documento|url|caminho|anuncio|topico|arquivo|ficheiro|perfil|blog)s?\b",
            r"nao (?:foi |pode ser |esta |se )?(?:encontrad\w|existe|disponivel|encontr\w+)|(?:foi|ter sido) (?:removid|apagad|movid|excluid)|ja nao|mais disponivel|indisponivel|expirou|nao (?:consta|funciona\w*|foi migrad\w)|deix\w+ de (?:existir|funcionar)|sumiu|tira\w*(?:-l[oa])? do ar",
        ),
        (
            r"\b(?:pagina|artikel|bericht|adres|link|inhoud|verhaal|document|url|vacature|advertentie|onderwerp|bestand)\b",
            r"niet (?:meer )?(?:gevonden|bestaa\w+|beschikbaar|vinden|online)|bestaat niet|\bis weg\b|\bkwijt\b|offline gehaald|verhuisd|verwijderd|verplaatst|kunnen we niet|onvindbaar|verdwenen",
        ),
        (
            r"\b(?:sidan|stilling(?:en)?|annonsen?|annoncen?|jobbet|opslaget|tjansten|artikeln?|nyheten|nyheter|innehallet|lanken|adressen|texten|siden|artiklen|saken|innholdet|indholdet|lenken|sida)\b",
            r"(?:finns|hittades?|hittar|existerar) (?:inte|ej|tyvarr)|kunde inte|inte (?:kvar|langre|(?:att|ga) (?:hitta|na))|gar (?:inte|ej) att (?:hitta|na|visa)|tagits bort|plockats bort|saknas|mangler|er (?:vaek|borte)|finns inget|avpublicer\w+|flyttat\w*|borttagen|"
            r"(?:finnes|fantes|findes|eksisterer|fant|fandt) (?:ikke|vi ikke|desverre|desvaerre)|ikke (?:funnet|fundet|lenger|laengere|finde|finne)|(?:blitt|blevet) (?:fjernet|flyttet|slettet)",
        ),
        (
            r"\b(?:sivu|artikkeli|juttu|sisalto|osoite|linkki|uutinen|viestiketju|keskustelu|ilmoitus)\w{0,4}\b|\bjuttua\b|\bsivua\b",
            r"ei (?:loydy|loytynyt|ole|voi enaa|loydetty)|poistettu|siirretty|poistanut|poistunut|kadonnut|hukassa|ei enaa|vanhentunut|emme loyta",
        ),
        (
            r"\b(?:stron\w|artyku\w+|tresc\w?|materia\w+|adres\w?|link\w{0,3})\b",
            r"nie (?:zosta\w+ )?(?:znalezion\w|istnieje|znaleziono|mozna znalezc|ma)|usuniet\w|przeniesion\w|znikn\w+|zniklo?|przepad\w+|wyparowa\w+|zgubi\w+|wycofan\w|nie ma|wygas\w+|juz nie|niedostepn\w",
        ),
        (
            r"\b(?:strank\w+|clan\w+|obsah\w?|adres\w+|odkaz\w?|text|dokument\w?|soubor\w?|prispev\w+)\b",
            r"nenalezen\w?|neexistuje|nebyl\w? (?:nalezen|nikdy)|nelze najit|smazan\w?|odstranen\w?|presunut\w?|vyprsel\w?|nenasl\w|zmizel\w*|stazen\w?|nedostupn\w|neni k dispozici|nenajden\w|odstranen",
        ),
        (
            r"\b(?:oldal|cikk|tartalom|cim|hivatkozas|blog|bejegyzes|hirdetes|allas|termek|tema)\w{0,6}\b",
            r"nem (?:talalhato|letezik|elerheto|talaljuk)|torolt\w*|eltunt|mar nem|nem (?:erheto el|talal\w+)|lekerult|eltavolit\w+|megszunt|athelyez\w+",
        ),
        (
            r"\b(?:pagina|articolul|continutul|adresa|linkul|stirea|materialul)\b",
            r"nu (?:a fost |mai |poate fi )?(?:gasit\w?|exista|disponibil\w?|este)|a fost (?:sters|eliminat|mutat|retras)\w?|inexistent\w?|a disparut|nu mai (?:este|exista)|negasit\w?",
        ),
        (
            r"(?:sayfa|haber|icerik|yazi|baglanti|adres|makale)\w{0,5}",
            r"bulunam\w+|bulunmuyor|mevcut degil|kaldiril\w+|silin\w+|yayindan|ulasilam\w+|kaybol\w+|bulamad\w+|tasin\w+|artik yok",
        ),
        (
            r"(?:страниц|стать|материал|новост|публикац|сторінк|статт|матеріал|новин|запис|адрес|тем[аиуы]|ссылк|посиланн|публікац)\w*",
            r"не (?:наиден\w*|существует|наидена|знаидено|існує|доступ\w+|вдалося|удалось)|удален\w*|видален\w*|перемещ\w+|переміщ\w+|больше нет|більше немає|устарел\w*|исчез\w+|зникл\w+|отсутств\w+|відсутн\w+|на (?:форуме|саите|форумі|саиті) (?:нет|немає)|недоступ\w+|знят\w*|снят\w* с (?:публикации|саита)",
        ),
        (
            r"(?:σελιδα|αρθρο|περιεχομενο|συνδεσμο|διευθυνση)\w*",
            r"δεν (?:βρεθηκε|υπαρχει|ειναι διαθεσιμ\w+|μπορεσαμε|καταφεραμε|εντοπ\w+)|διαγραφ\w+|χαθηκ\w+|εξαφανιστ\w+|δεν (?:ειναι πλεον|υπαρχει πια)|μεταφερθ\w+|αφαιρεθ\w+",
        ),
        (
            r"(?:გვერდ|სტატი|მასალ|ბმულ)\w*",
            r"ვერ მოიძებნა|ვერ ვიპოვ\w*|არ არსებობს|წაშლილ\w*|აღარ არის|გადატანილ\w*",
        ),
        (
            r"halaman|artikel|berita|konten|tautan",
            r"tidak (?:ditemukan|tersedia|ada|dapat ditemukan)|sudah tidak|hilang|dihapus|dipindah\w*",
        ),
        (
            r"\b(?:trang|bai viet|noi dung|duong dan|lien ket|bai bao)\b",
            r"het han|khong (?:tim thay|ton tai|con|kha dung)|da bi (?:xoa|go)|bi xoa",
        ),
        (
            r"(?:ページ|記事|コンテンツ|ファイル|情報|URL|url|アドレス)",
            r"見つかりません|存在しません|削除|公開を終了|掲載を終了|公開終了|終了(?:いた)?しました|(?:公開|掲載|配信)(?:期間)?(?:を|は|が)?(?:終え|終了|過ぎ)|お読みいただけません|ご覧いただけません|移動|ございません|ありません|終了しました|見当たりません|配信を終了",
        ),
        (
            r"(?:页面|網頁|网页|文章|稿件|内容|內容|链接|頁面|新闻|新聞)",
            r"不存在|找不到|无法找到|已(?:被.{0,6}?)?(?:删除|刪除|下线|移除|失效|过期)|未找到|不见了|走丢|下架|撤下|撤稿|无法(?:访问|显示|打开)|無法(?:訪問|顯示|開啟)",
        ),
        (
            r"(?:페이지|기사|콘텐츠|게시물|주소|글)",
            r"찾을 수 없|존재하지 않|삭제|없는|없습니다|변경되었|만료|종료|열람할 수 없|사라|내려",
        ),
        (
            r"(?:الصفحة|المقال|المحتوى|الخبر|الرابط|المادة)",
            r"غير (?:موجود|متاح|متوفر)|لم (?:يتم العثور|نجد|نعثر)|لا يمكن العثور|لم (?:تعد|يعد)|أزيل|اختف|حذف|نقل|تعذر",
        ),
        (
            r"(?:העמוד|הדף|הכתבה|התוכן|הקישור|כתבה|עמוד)",
            r"לא (?:נמצא\w?|קיי\w+|זמי\w+|מצאנו)|איננו|נעלם|הוסר|נמחק|הועבר",
        ),
        (r"(?:पेज|पृष्ठ|पन्ना|ख़बर|खबर|लेख|लिंक)", r"नहीं (?:मिल|मिला|है)|मिला ही नहीं|हटा|मौजूद नहीं|उपलब्ध नहीं|बदल गया"),
        (r"(?:หน้า|บทความ|ข่าว|เนื้อหา)", r"ไม่พบ|ไม่มี|ถูกลบ|ถูกนำออก|หมดอายุ|หาไม่พบ"),
        (
            r"\b(?:pagina|article|noticia|contingut|enllac|adreca|document|entrada)s?\b",
            r"no (?:s'ha |s'han |hem |es |esta )?(?:trobat|trobad\w+|troba|existeix\w*|disponible)|ja no (?:es|existeix|esta)|ha estat (?:eliminat|esborrat|retirat|mogut)|(?:eliminad|esborrad|retirad)\w",
        ),
        (
            r"\b(?:stranic\w+|clan\w+|vijest\w*|vest\w*|sadrzaj\w*|tekst\w*|adres\w+|prispev\w+|stran|vsebin\w+|tem[ae])\b",
            r"nije (?:pronaden\w*|pronadjen\w*|dostup\w+|moguce)|ne postoji|ne obstaja|ni (?:bila )?(?:naiden\w*|na voljo)|uklonjen\w*|obrisan\w*|izbrisan\w*|odstranjen\w*|premjesten\w*|vise (?:ne|nije)|nismo (?:pronasli|nasli)",
        ),
        (
            r"(?:страниц|стать|новин|публикаци|съдържани|адрес|материал)\w*",
            r"не (?:е|беше|са) намерен\w*|не съществува|изтрит\w*|премахнат\w*|преместен\w*|вече (?:не|я няма|го няма)|не (?:може да бъде|може да се) (?:намерен|намери)\w*",
        ),
        (
            r"\b(?:leh\w+|artik\w+|sisu|lap\w+|rakst\w*|puslapi\w*|straipsn\w+|naujien\w+)\b",
            r"ei (?:leitud|ole|eksisteeri)|pole (?:enam|saadaval)|eemaldatud|kustutatud|nav (?:atrast\w|pieejam\w)|nerasts|neeksiste|dzest\w|nerast\w|neegzistuoja|pasalint\w|istrint\w",
        ),
        (
            r"(?:صفحه|مطلب|خبر|مقاله|محتوا|نشانی)",
            r"یافت نشد|پیدا نشد|وجود ندارد|حذف شده|در دسترس نیست|پیدا نکردیم|موجود نیست",
        ),
        (r"(?:পাতা|পৃষ্ঠা|খবর|সংবাদ|লিংক)", r"পাওয়া যায়নি|খুঁজে পাওয়া|মুছে|সরানো|নেই"),
        (r"(?:صفحہ|خبر|مضمون|لنک)", r"نہیں مل|موجود نہیں|دستیاب نہیں|ہٹا دی"),
    ),
    Kind.LOGIN: (
        (
            r"\b(?:log ?in|sign ?in|signed in|logged in|register|account|password|member number|institution)\b",
            r"\b(?:read|continue|carry on|see|view|open|access|unlock|article|story|documents?|first|back|free|go on)\b",
        ),
        (
            r"\b(?:anmeld\w+|einlogg\w+|registrier\w+|log ?in|konto|zugangsdaten|benutzerkonto)\b",
            r"\b(?:les\w+|weiter\w*|artikel|zugriff|kostenlos\w*|beitrag|inhalt\w*|text)\b",
        ),
        (
            r"\b(?:connect\w+|compte|inscri\w+|identif\w+|mot de passe)\b",
            r"\b(?:lire|lecture|continuer|acced\w+|poursuivre|gratuit\w*|article|suite)\b",
        ),
        (
            r"\b(?:inici\w+ sesion|registr\w+|cuenta|identific\w+|contrasena|ingres\w+)\b",
            r"\b(?:leer|leyendo|continu\w+|seguir|acced\w+|gratis|gratuit\w+|nota|articulo|contenido)\b",
        ),
        (
            r"\b(?:acced\w+|registr\w+|account|login|password)\b",
            r"\b(?:legg\w+|continu\w+|gratis|gratuit\w+|articolo|contenuto)\b",
        ),
        (
            r"\b(?:inici\w+ sessao|entr\w+|login|conta|registe|cadastr\w+|senha)\b",
            r"\b(?:ler|lendo|continu\w+|gratuit\w+|acess\w+|artigo|materia|conteudo)\b",
        ),
        (
            r"\b(?:inlog\w*|log in|registre\w+|account|aanmeld\w*|wachtwoord)\b",
            r"\b(?:lezen|lees|verder|artikel|gratis|toegang)\b",
        ),
        (
            r"\b(?:logg\w* in\w*|log ind|log pa|inloggning|konto|registrer\w*|losenord|passord|adgangskode)\b",
            r"\b(?:las\w*|les\w*|laes\w*|fortsatt\w*|fortsett\w*|fortsaet\w*|gratis|artikel\w*|sak\w*)\b",
        ),
        (
            r"\b(?:kirjau[dt]\w+|tunnu\w+|rekisteroi\w+|salasana)\b",
            r"\b(?:luke\w+|jatka\w*|maksut\w+|paas\w+|sivu\w*|ilmai\w+)\b",
        ),
        (
            r"\b(?:zaloguj\w*|logowan\w+|konto|zarejestruj\w*|haslo)\b",
            r"\b(?:czyta\w+|dalej|przeczyta\w+|bezplatn\w+|dostep\w*|artyku\w+)\b",
        ),
        (
            r"\b(?:prihlas\w+|registr\w+|ucet|heslo)\b",
            r"\b(?:cist|cteni|pokracov\w+|zdarma|clan\w+|obsah\w*)\b",
        ),
        (
            r"\b(?:bejelentkez\w+|jelentkezz\w*|regisztra\w+|belep\w+|fiok\w*|jelszo)\b",
            r"\b(?:olvas\w+|folytat\w+|ingyen\w*|cikk\w*|tartal\w+)\b",
        ),
        (
            r"\b(?:autentific\w+|conecteaz\w+|cont(?:ul|ului|uri)?|inregistr\w+|parola)\b",
            r"\b(?:cit\w+|continu\w+|gratuit\w*|articol\w*|acces\w*)\b",
        ),
        (
            r"(?:giris yap|uye ol|oturum ac|kayit ol|hesa[bp]|sifre)\w*",
            r"(?:oku|devam|ucretsiz|icerik|haber|erisim)\w*",
        ),
        (
            r"(?:воидите|воити|авториз\w+|зарегистр\w+|аккаунт|учетн\w+|парол\w+|увіи\w+|обліков\w+|зареєстр\w+|вход|вхід)",
            r"(?:чита\w+|прочит\w+|продолж\w+|продовж\w+|бесплатн\w+|безкоштовн\w+|материал\w*|матеріал\w*|доступ\w*|стать\w+|статт\w+)",
        ),
        (r"(?:συνδεθ\w+|εγγραφ\w+|λογαριασμ\w+|συνδεση)", r"(?:διαβασ\w+|συνεχ\w+|δωρεαν|αρθρ\w+|προσβαση)"),
        (
            r"\b(?:masuk|login|daftar|akun|kata sandi)\b",
            r"\b(?:baca|membaca|lanjut\w*|gratis|artikel|akses)\b",
        ),
        (r"\b(?:dang nhap|dang ky|tai khoan|mat khau)\b", r"\b(?:doc|tiep|mien phi|bai viet|noi dung)\b"),
        (r"(?:ログイン|会員登録|登録|サインイン)", r"(?:読む|続き|無料|記事|ください|お読み)"),
        (r"(?:登录|登錄|登入|注册|註冊)", r"(?:阅读|閱讀|查看|继续|繼續|全文|免费|免費)"),
        (r"(?:로그인|회원|멤버|가입)", r"(?:읽|계속|기사|무료|이용|필요|볼 수|공개)"),
        (r"(?:تسجيل الدخول|سجل|حساب|كلمة المرور)", r"(?:قراءة|متابعة|للقراءة|مجان|المقال|المحتوى)"),
        (r"(?:להתחבר|התחבר|כניסה|הרשמה|סיסמה|חשבון)", r"(?:לקרוא|להמשיך|כתבה|חינם|קוראים|המשך)"),
        (r"(?:लॉग ?इन|लॉगिन|साइन ?इन|पंजीकरण|रजिस्टर|खाता)", r"(?:पढ़|जारी|मुफ़्त|मुफ्त|लेख|ख़बर|खबर)"),
        (r"(?:เข้าสู่ระบบ|สมัครสมาชิก)", r"(?:อ่าน|ต่อ|ฟรี|บทความ)"),
        (
            r"\b(?:inici\w+ (?:la )?sessio|registr\w+|compte|identific\w+|contrasenya)\b",
            r"\b(?:llegir|llegint|continu\w+|seguir|acced\w+|gratis|gratuit\w+|article|contingut)\b",
        ),
        (
            r"(?:prijav\w+|registr\w+|racun\w*|lozink\w+|gesl\w+|влез\w+|регистр\w+|парол\w+|профил\w*)",
            r"(?:citat\w*|nastav\w+|besplat\w+|clan\w+|brezplac\w+|branj\w+|прочет\w+|продълж\w+|безплатн\w+|стати\w+)",
        ),
        (
            r"\b(?:logi\w* sisse|registreeri\w+|konto|parool\w*|pieslegt\w+|registre\w+|parole\w*|prisijun\w+|registruo\w+|paskyr\w+|slaptazod\w+)\b",
            r"\b(?:luge\w+|jatka\w*|tasuta|artik\w+|lasit\w*|turpin\w+|bez maksas|skaity\w+|testi|nemokam\w+)\b",
        ),
        (r"(?:وارد شوید|ورود|ثبت ?نام|حساب کاربری|رمز عبور)", r"(?:خواندن|ادامه|مطالعه|رایگان|مطلب|محتوا)"),
    ),
    Kind.PAYWALL: (
        (
            r"\b(?:subscri\w+|members?(?:hip)?|premium|paying clients?|pay\b|trial\b|plans?\b|(?:\$|£|€) ?\d\S*)",
            r"\b(?:continu\w+|keep reading|read (?:on|more|the|this|it|full)|full (?:story|article|access|text)|rest of|unlock\w*|only|exclusive\w*|"
            r"locked|access|already|go further|limit|per (?:month|year|week)|a (?:month|year|week)|free articles?|to read|cancel|more)\b",
        ),
        (
            r"\b(?:abo(?!ut|ve|ard|r)\w*|plus-?(?:abo|artikel|inhalt|mitglied|zugang)\w*|(?:mit|im|zu|z) plus|premium|probemonat|probeabo|bezahl\w+|digital-?abo)\b|\+",
            r"\b(?:weiterles\w+|lesen|jetzt|testen|monat\w*|kostenpflichtig\w*|exklusiv\w*|freischalt\w+|zugriff|bereits|artikel|kundbar|kund\w+)\b",
        ),
        (
            r"\b(?:abonn\w+|offre|premium|essai)\b",
            r"\b(?:reserve\w*|lire|suite|mois|acced\w+|illimit\w+|deja|exclusi\w+|profit\w+|article|continuer|reste)\b",
        ),
        (
            r"\b(?:suscri\w+|abon\w+|premium|socios?)\b",
            r"\b(?:leer|leyendo|mes|acced\w+|exclusiv\w+|solo|contenido|limite|ya|completa?|segui\w*|cancel\w+)\b",
        ),
        (
            r"\b(?:abbon\w+|premium|offert\w+)\b",
            r"\b(?:legg\w+|continu\w+|mese|riservat\w+|sblocc\w+|gia|articolo|acced\w+)\b",
        ),
        (
            r"\b(?:assin\w+|subscri\w+|premium|exclusivo)\b",
            r"\b(?:ler|lendo|mes|acess\w+|exclusiv\w+|so para|conteudo|continu\w+|ja|artigo|integra)\b",
        ),
        (
            r"\b(?:abonne\w*|premium|proef\w*|lid)\b",
            r"\b(?:lezen|verder|maand\w*|toegang|exclusief|al|artikel|alleen|ontgrendel\w*|rest)\b",
        ),
        (
            r"\b(?:prenumer\w+|abonne\w+|premium|pluss|plus-?(?:artik|abon|medl|innh)\w*|digital)\b",
            r"\b(?:las\w*|les\w*|laes\w*|manad\w*|maned\w*|lasas?|lasta?|hela|hele|redan|allerede|tilgang|adgang|bindning\w*|kronor|krone\w?|kr)\b",
        ),
        (
            r"\b(?:tilaa\w*|tilaaj\w+|tilau\w+)\b",
            r"\b(?:luke\w+|lue|jatka\w*|kk|kuukau\w+|koko|vain|jo|artikkel\w+|juttu\w*)\b",
        ),
        (
            r"\b(?:prenumer\w+|subskry\w+|abonam\w+|premium|wykup\w*)\b",
            r"\b(?:czyta\w+|dalej|miesi\w+|dostep\w*|tylko|caly|calosc|juz|artyku\w+|pozosta\w+)\b",
        ),
        (
            r"\b(?:predplat\w+|premium)\b",
            r"\b(?:cist|cteni|mesi\w+|pouze|cely|odemk\w+|uz|clan\w+|pokracov\w+)\b",
        ),
        (r"\b(?:elofiz\w+|premium)\b", r"\b(?:olvas\w+|teljes|havi|csak|mar|cikk\w*|folytat\w+)\b"),
        (
            r"\b(?:abon\w+|premium)\b",
            r"\b(?:cit\w+|integral\w*|luna|lunar|doar|deja|articol\w*|continu\w+)\b",
        ),
        (r"(?:abone|premium|uyelik)\w*", r"(?:oku|devam|aylik|ozel|tamam|sadece|haber|icerik)\w*"),
        (
            r"(?:подпис\w+|підпис\w+|передплат\w+|премиум)",
            r"(?:чита\w+|прочит\w+|месяц\w*|місяц\w+|доступ\w*|полност\w+|только|тільки|лише|продолж\w+|далее|уже|вже)",
        ),
        (r"(?:συνδρομ\w+|premium)", r"(?:διαβασ\w+|συνεχ\w+|μηνα|αποκλειστικ\w+|μονο|αρθρ\w+|προσβαση)"),
        (
            r"\b(?:langganan|berlangganan|premium)\b",
            r"\b(?:baca|membaca|lanjut\w*|bulan|khusus|akses|artikel)\b",
        ),
        (
            r"(?:有料会員|有料|会員限定|購読|有料記事|定期購読)",
            r"(?:読|続き|残り|申し込|登録|お読み|限定|文字|会員)",
        ),
        (r"(?:订阅|訂閱|付费|付費|会员|會員)", r"(?:阅读|閱讀|全文|继续|繼續|解锁|解鎖|专享|專享|每月|查看)"),
        (r"(?:구독|유료|멤버십|프리미엄)", r"(?:읽|계속|전용|전문|기사|월)"),
        (r"(?:اشترك|الاشتراك|المشتركين|للمشتركين)", r"(?:قراءة|متابعة|للقراءة|شهر|فقط|المقال|كامل)"),
        (r"(?:מנוי|למנויים|מנויים)", r"(?:לקרוא|להמשיך|בלבד|חודש|כתבה|המשך|מלאה)"),
        (r"(?:सब्सक्रा|सदस्यता|प्रीमियम)", r"(?:पढ़|पूरा|केवल|जारी|महीने|लेख)"),
        (
            r"\b(?:subscri\w+|subscripc\w+|premium|socis?)\b",
            r"\b(?:llegir|llegint|mes|acced\w+|exclusiu\w*|nomes|contingut|complet\w*|continu\w+|ja)\b",
        ),
        (
            r"(?:pretplat\w+|narocni\w+|абонамент\w*|абонат\w*|абонира\w+|premium)",
            r"(?:citat\w*|nastav\w+|mjesec\w*|mesec\w*|samo|clan\w+|branj\w+|цял\w+|само|месец\w*|прочет\w+|стати\w+)",
        ),
        (
            r"\b(?:telli\w+|abone\w+|prenumerat\w+|premium)\b",
            r"\b(?:luge\w+|kuu\w*|ainult|artik\w+|lasit\w*|menes\w+|tikai|skaity\w+|men\w+|tik|visa)\b",
        ),
        (r"(?:اشتراک|مشترکان|عضویت ویژه)", r"(?:خواندن|ادامه|ماه|فقط|کامل|مطلب)"),
    ),
    Kind.CONSENT: (
        (
            r"\b(?:cookies?|tracking|partners?|personal data|privacy|advertis\w+|trackers?|consent)\b",
            r"\b(?:accept\w*|agree\w*|consent|allow|reject\w*|refuse|choices?|choose|settings|manage|preferences|permission|okay|fine|store|continue|decide|may we)\b",
        ),
        (
            r"\b(?:cookies?|werbung|tracking|partner\w*|personenbezogene\w*|datenschutz|einwilligung|zustimm\w+|einverstand\w+)\b",
            r"\b(?:akzeptier\w+|zustimm\w+|einwillig\w+|einverstand\w+|ablehn\w+|einstellung\w*|weiter\w*|wahl|speicher\w+|verarbeit\w+|abo\w*)\b",
        ),
        (
            r"\b(?:cookies?|traceurs?|partenaires|donnees|publicit\w+|consentement|vie privee)\b",
            r"\b(?:accept\w+|refus\w+|consen\w+|choi\w+|parametr\w+|continuer|deposer|gerer|abonn\w+|accord)\b",
        ),
        (
            r"\b(?:cookies?|socios|datos|publicidad|privacidad|rastre\w+|consentimiento)\b",
            r"\b(?:acept\w+|rechaz\w+|consent\w+|configur\w+|continu\w+|elig\w+|conformidad|guardar|decid\w+|pagar)\b",
        ),
        (
            r"\b(?:cookies?|partner|dati|pubblicita|tracciament\w+|consenso|privacy|fornitori)\b",
            r"\b(?:accett\w+|rifiut\w+|consen\w+|personalizz\w+|continu\w+|scegli\w*|scelta|abbon\w+)\b",
        ),
        (
            r"\b(?:cookies?|parceiros|dados|publicidade|privacidade|rastre\w+|consentimento)\b",
            r"\b(?:aceit\w+|recus\w+|rejeit\w+|consent\w+|defini\w+|continu\w+|escolh\w+|permit\w+)\b",
        ),
        (
            r"\b(?:cookies?|partners?|gegevens|advertenti\w+|privacy|toestemming|volgen)\b",
            r"\b(?:accepte\w+|akkoord|weiger\w+|toestemm\w+|goedvinden|instell\w+|kiezen|keuze|plaatsen|verder|toestaan)\b",
        ),
        (
            r"\b(?:cookies?|kakor|partner\w*|annons\w*|annonce\w*|data|personvern|persondata|samtykk\w*|samtyck\w*|informasjonskapsler|filer)\b",
            r"\b(?:godta\w*|godkann\w*|accepter\w*|samtykk\w*|samtyck\w*|avvis\w*|avsla|neka|tillat\w*|innstilling\w*|installning\w*|velg|valj|vaelg|nej|nei|ja tak|gemme|lagre)\b",
        ),
        (
            r"\b(?:evaste\w+|cookie\w*|kumppan\w+|mainon\w+|tietosuoj\w+|suostumu\w+)\b",
            r"\b(?:hyvaksy\w*|hylkaa\w*|kiella\w*|salli\w*|asetu\w+|valit\w+|suostu\w*)\b",
        ),
        (
            r"\b(?:cookie\w*|ciasteczk\w+|plik\w+|partner\w+|dan\w+ osobow\w+|reklam\w*|prywatn\w+|zgod\w+)\b",
            r"\b(?:akceptuj\w*|zgadzam|zgod\w+|odrzuc\w*|ustawieni\w+|przejd\w+|wybor\w*|wyraz\w*)\b",
        ),
        (
            r"\b(?:cookie\w*|soubor\w+|partner\w+|reklam\w*|souhlas\w*|soukrom\w+|udaj\w+)\b",
            r"\b(?:prijm\w*|souhlas\w*|odmitn\w*|nastaven\w*|pokracov\w+|povol\w*|volb\w+)\b",
        ),
        (
            r"\b(?:sut\w+|cookie\w*|partner\w*|hirdet\w+|adatvedel\w+|hozzajarul\w+)\b",
            r"\b(?:elfogad\w*|elutasit\w*|beallit\w+|hozzajarul\w*|valasz\w*|tovabb)\b",
        ),
        (
            r"\b(?:cookie\w*|parteneri\w*|publicitat\w+|confidential\w+|consimt\w+)\b",
            r"\b(?:accept\w*|refuz\w*|setari\w*|consimt\w*|continu\w+|alege\w*)\b",
        ),
        (
            r"(?:cerez|cookie|reklam|gizlilik|kisisel veri|ortak)\w*",
            r"(?:kabul|reddet|onay|ayar|izin|devam|tercih)\w*",
        ),
        (
            r"(?:cookie|куки|файл\w* cookie|реклам\w+|конфиденц\w+|персональн\w+|партнер\w+)",
            r"(?:принять|принима\w+|соглас\w+|отказ\w+|отклон\w+|настро\w+|прииняти|приинят\w+|згод\w+|продолж\w+)",
        ),
        (
            r"(?:cookies?|διαφημισ\w+|απορρητ\w+|ιδιωτικοτητα\w*|συνεργατ\w+|δεδομεν\w+|συναιν\w+)",
            r"(?:αποδοχ\w+|αποδεχ\w+|συναιν\w+|αποθηκευ\w+|επεξεργαζ\w+|προτιμησ\w+|συμφων\w+|απορρι\w+|ρυθμισ\w+|επιλογ\w+|συνεχ\w+)",
        ),
        (r"(?:cookie|クッキー|広告|個人情報|プライバシー)", r"(?:同意|許可|拒否|設定|続け|選択)"),
        (r"(?:cookie|隐私|隱私|广告|廣告)", r"(?:同意|接受|拒绝|拒絕|设置|設定|继续|繼續)"),
        (r"(?:쿠키|광고|개인정보)", r"(?:동의|허용|거부|설정|계속)"),
        (
            r"(?:cookie|كوكيز|ملفات تعريف الارتباط|الخصوصية|الإعلان)",
            r"(?:موافق|قبول|رفض|الإعدادات|أوافق|متابعة)",
        ),
        (
            r"\b(?:galetes|cookies?|socis|dades|publicitat|privacitat|consentiment)\b",
            r"\b(?:accept\w+|rebutj\w+|consent\w+|configur\w+|continu\w+|tria\w*|navegar|gestion\w+)\b",
        ),
        (
            r"(?:kolacic\w+|piskotk\w+|cookie\w*|бисквитк\w+|oglas\w*|privatnost\w*|zasebnost\w*|партньор\w*|лични данни|реклам\w+)",
            r"(?:prihvat\w+|prihvac\w+|odbij\w*|postavk\w+|suglas\w*|saglas\w*|strinjam|sprejm\w*|nastavitv\w*|приемам|приеми|съглас\w+|откаж\w+|отказ\w+|настройк\w+)",
        ),
        (
            r"\b(?:kupsis\w*|sikdat\w+|slapuk\w+|cookie\w*|reklaam\w*|reklam\w*|privaatsus\w*|privatum\w*)\b",
            r"\b(?:nous\w*|luba\w*|keeldu\w*|seaded|piekrit\w+|noraid\w*|iestatijum\w*|sutinku|sutik\w+|atmes\w+|nustatym\w+)\b",
        ),
        (r"(?:कुकी|विज्ञापन|गोपनीयता)", r"(?:स्वीकार|सहमत|अस्वीकार|सेटिंग|जारी)"),
        (r"(?:คุกกี้|โฆษณา|ความเป็นส่วนตัว|ข้อมูลส่วนบุคคล)", r"(?:ยอมรับ|ยินยอม|ปฏิเสธ|ตั้งค่า)"),
        (
            r"\b(?:cookie|quang cao|quyen rieng tu|du lieu ca nhan)\b",
            r"\b(?:chap nhan|dong y|tu choi|cai dat|tiep tuc)\b",
        ),
        (
            r"\b(?:cookie|kuki|iklan|privasi|data pribadi)\b",
            r"\b(?:terima|setuju|tolak|pengaturan|lanjut\w*)\b",
        ),
        (r"(?:עוגיות|פרסומות|פרטיות)", r"(?:מסכים|מאשר|אישור|דחייה|הגדרות|להמשיך)"),
        (r"(?:کوکی|تبلیغات|حریم خصوصی)", r"(?:می‌?پذیرم|پذیرش|موافق|رد|تنظیمات|ادامه)"),
    ),
    Kind.CHALLENGE: (
        (
            r"\b(?:robots?|bots?|human|automat\w+|captcha|browser|computer|machine|language models?|connection|traffic|requests?|visitor|device|scrap\w+|person|program|crawler\w*|software)\b",
            r"\b(?:verif\w+|check\w*|prove|confirm\w*|make sure|sure that|unusual|suspicious|security|moment|seconds|complete|blocked|detect\w*|challenge|"
            r"protect\w*|press and hold|hold the|tick|too many|human|are you|not a|looks? like|puzzle|arithmetic|proof[- ]of[- ]work|calculat\w+|fetching|hammer\w*)\b",
        ),
        (
            r"\b(?:robot\w*|bot\w*|mensch\w*|automatisier\w+|captcha|browser\w*|anfragen|zugriff\w*|programm\w*|besucher?|besuch)\b",
            r"\b(?:pruf\w+|bestatig\w+|uberpruf\w+|ungewohnlich\w*|sicherheit\w*|moment|sekunden|kein|gesperrt|lost|rechnen|nachweis\w*|verifizier\w+)\b",
        ),
        (
            r"\b(?:robots?|bots?|humain|automati\w+|captcha|navigateur|requetes|trafic|connexion|javascript)\b",
            r"\b(?:verif\w+|confirm\w+|prouv\w+|inhabituel\w*|securit\w+|instant|secondes|n'etes pas|patient\w+|activ\w+|bloqu\w+|controle)\b",
        ),
        (
            r"\b(?:robots?|bots?|human\w+|automat\w+|captcha|navegador|solicitudes|trafico|peticiones)\b",
            r"\b(?:verific\w+|comprob\w+|confirm\w+|inusual\w*|segurid\w+|momento|segundos|no er\w+|bloque\w+|demuestr\w+|asegur\w+)\b",
        ),
        (
            r"\b(?:robot|bot|uman\w|automatic\w+|captcha|browser|richiest\w+|traffico)\b",
            r"\b(?:verific\w+|controll\w+|conferm\w+|insolit\w+|sicurezza|istant\w+|secondi|non sei|blocc\w+|anomal\w+)\b",
        ),
        (
            r"\b(?:robos?|bots?|human\w+|automat\w+|captcha|navegador|pedidos|trafego|acessos?|leitor|pessoa)\b",
            r"\b(?:verific\w+|confirm\w+|incomum|invulgar|seguranca|momento|segundos|nao e|bloque\w+|suspeit\w+)\b",
        ),
        (
            r"\b(?:robots?|bots?|mens|automatis\w+|geautomatiseerd\w*|captcha|browser|verzoeken|verkeer)\b",
            r"\b(?:controler\w+|bevestig\w+|verifi\w+|ongebruikelijk\w*|beveilig\w+|moment|seconden|geen|geblokkeerd|bewijs)\b",
        ),
        (
            r"\b(?:robot\w*|bot\w*|manniska|menneske\w*|automat\w+|captcha|webblasare\w*|nettleser\w*|trafik\w*|foresporsl\w*|besokare)\b",
            r"\b(?:kontroller\w+|bekraft\w*|bekreft\w*|verifi\w+|ovanlig\w*|uvanlig\w*|usaedvanlig\w*|sakerhet\w*|sikkerhet\w*|ogonblick|oyeblikk|sekund\w*|inte|ikke)\b",
        ),
        (
            r"\b(?:robot\w*|bot\w*|ihmi\w+|automaatti\w*|captcha|selain\w*|liikenne\w*|pyynn\w+)\b",
            r"\b(?:tarkist\w+|vahvist\w+|epatavalli\w+|turvalli\w+|hetki|sekun\w+|et ole|estetty|varmist\w+)\b",
        ),
        (
            r"\b(?:robot\w*|bot\w*|czlowiek\w*|automat\w+|captcha|przegladark\w+|zapyta\w+|ruch\w*|weryfikac\w+)\b",
            r"\b(?:sprawdz\w+|potwierdz\w+|nietypow\w+|bezpiecz\w+|chwil\w+|sekund\w*|nie jest\w*|zablokow\w+|weryfik\w+)\b",
        ),
        (
            r"\b(?:robot\w*|bot\w*|clovek\w*|automat\w+|captcha|prohlizec\w*|provoz\w*|pozadav\w+)\b",
            r"\b(?:over\w+|potvrd\w+|neobvykl\w+|bezpecnost\w*|okamzik|sekund\w*|nejste|zablokov\w+|kontrol\w+)\b",
        ),
        (
            r"\b(?:robot\w*|bot\w*|ember\w*|automat\w+|captcha|bongesz\w+|forgalom|keres\w*)\b",
            r"\b(?:ellenor\w+|igazol\w+|szokatlan\w*|biztonsag\w+|pillanat\w*|masodperc\w*|nem vagy|letilt\w+)\b",
        ),
        (
            r"\b(?:robot\w*|bot\w*|uman\w*|om|automat\w+|captcha|browser\w*|trafic\w*|cereri\w*)\b",
            r"\b(?:verific\w+|confirm\w+|neobisnuit\w*|securit\w+|moment\w*|secunde|nu esti|nu sunteti|bloca\w+)\b",
        ),
        (
            r"(?:robot|bot|insan|otomatik|captcha|tarayici|istek|trafik)\w*",
            r"(?:dogrula|kontrol|olagandisi|guvenlik|saniye|degil|engel|bekle)\w*",
        ),
        (
            r"(?:робот\w*|бот\w*|человек\w*|людин\w*|автоматич\w+|капч\w+|браузер\w*|запрос\w*|запит\w*|трафик\w*|программ\w*)",
            r"(?:провер\w+|перевір\w+|подтверд\w+|підтверд\w+|необычн\w+|незвичн\w+|безопасн\w+|безпек\w+|секунд\w*|не робот|заблок\w+|похож\w+|напомина\w+|отметьте)",
        ),
        (
            r"(?:ρομποτ|bot|ανθρωπο\w*|αυτοματ\w+|captcha|προγραμμα περιηγησησ|επισκεψ\w+)",
            r"(?:επαληθευσ\w+|επιβεβαιω\w+|ασυνηθιστ\w+|ασφαλεια\w*|δευτερολεπτ\w*|δεν εισ\w+|ελεγχ\w+)",
        ),
        (
            r"\b(?:robot|bot|manusia|otomatis|captcha|peramban|lalu lintas)\b",
            r"\b(?:verifikasi|memeriksa|konfirmasi|tidak biasa|keamanan|bukan|tunggu|detik)\b",
        ),
        (
            r"\b(?:robot|bot|nguoi|tu dong|captcha|trinh duyet|truy cap)\b",
            r"\b(?:nguoi that|tai tu dong|tra loi|bao ve|xac minh|kiem tra|xac nhan|bat thuong|bao mat|khong phai|giay)\b",
        ),
        (
            r"(?:ロボット|ボット|人間|自動|キャプチャ|ブラウザ|アクセス)",
            r"(?:確認|検証|認証|ではありません|セキュリティ|お待ち|異常|制限|証明)",
        ),
        (
            r"(?:机器人|機器人|人机|真人|自动|自動|验证码|驗證碼|浏览器|瀏覽器|访问)",
            r"(?:验证|驗證|确认|確認|检查|檢查|安全|异常|異常|稍候|频繁|不是)",
        ),
        (
            r"(?:로봇|봇|사람|자동|캡차|브라우저|접속|트래픽)",
            r"(?:확인|인증|보안|비정상|잠시|아닙니다|차단|절차)",
        ),
        (r"(?:روبوت|إنسان|بشر|آلي|كابتشا|المتصفح)", r"(?:تحقق|التحقق|تأكيد|أمان|لحظات|لست|غير عادي|ثوان)"),
        (r"(?:רובוט|בוט|אנושי|אדם|אוטומטי|דפדפן)", r"(?:אימות|לאמת|בדיקה|בודקים|אבטחה|אינך|חריגה|שניות)"),
        (r"(?:रोबोट|बॉट|इंसान|मानव|स्वचालित|ब्राउज़र)", r"(?:सत्यापित|पुष्टि|जाँच|जांच|सुरक्षा|असामान्य|नहीं हैं)"),
        (
            r"\b(?:robots?|bots?|huma\w*|automat\w+|captcha|navegador|sol·licituds|peticions|transit)\b",
            r"\b(?:verific\w+|comprov\w+|confirm\w+|inusual\w*|seguretat|moment|segons|bloque\w+|demostr\w+)\b",
        ),
        (
            r"(?:robot\w*|bot\w*|covjek\w*|covek\w*|clovek\w*|automat\w+|captcha|preglednik\w*|pregledac\w*|brskalnik\w*|промет\w*|робот\w*|човек\w*|браузър\w*|заявк\w+|трафик\w*)",
            r"(?:provjer\w+|prover\w+|potvrd\w+|preverj\w+|preverit\w+|neobicn\w+|sigurnos\w+|varnost\w*|sekund\w*|niste|проверк\w+|проверява\w*|потвърд\w+|необичаен|необичайн\w+|сигурност\w*|секунд\w*|не сте)",
        ),
        (
            r"\b(?:robot\w*|bot\w*|inime\w*|automaat\w*|captcha|brauser\w*|parlukprogramm\w*|cilvek\w*|zmog\w*|narsykl\w*|uzklaus\w*)\b",
            r"\b(?:kontrolli\w*|kinnita\w*|turva\w*|sekundi\w*|parbaud\w+|apstiprin\w+|drosib\w+|patikr\w+|patvirtin\w+|saugum\w+|sekund\w+|neiprast\w+)\b",
        ),
        (
            r"(?:ربات|انسان|خودکار|کپچا|مرورگر|ترافیک)",
            r"(?:بررسی|تأیید|تایید|امنیت|ثانیه|نیستید|غیرعادی|لحظه)",
        ),
        (r"(?:โรบอต|หุ่นยนต์|บอท|มนุษย์|เบราว์เซอร์|captcha)", r"(?:ตรวจสอบ|ยืนยัน|ความปลอดภัย|วินาที|ไม่ใช่|ผิดปกติ)"),
    ),
    Kind.REGION: (
        (r"ประเทศ|ภูมิภาค|พื้นที่", r"เฉพาะใน|ไม่สามารถ|ไม่ให้บริการ|ลิขสิทธิ์|ถูกจำกัด"),
        (
            r"\b(?:countr(?:y|ies)|regions?|location|territor\w+|european?|europe|gdpr|economic area|eea|eu|where you are|connecting from)\b",
            r"\b(?:not (?:available|accessible|yet|be shown|serve)|unavailable|cannot|can't|unable|chosen not|decided not|(?:does|do) not offer|switched off|turned off|set up|rights|restrict\w*|blocked|only|comply|legal reasons|do not serve)\b",
        ),
        (
            r"\b(?:land|region|standort|europa|dsgvo|eu)\b",
            r"\b(?:nicht (?:verfugbar|abrufbar|gezeigt|zeigen|anbieten)|rechtlich\w*|lizenz\w*|gesperrt|rechte\w*)\b",
        ),
        (
            r"\b(?:pays|region|localisation|territoire|europe\w*|rgpd)\b",
            r"\b(?:pas (?:disponible|accessible)|indisponible|droits|bloque|juridique\w*|restreint\w*|legales)\b",
        ),
        (
            r"\b(?:pais|region|ubicacion|territorio|europa|rgpd)\b",
            r"\b(?:no (?:esta )?disponible|derechos|bloquead\w|restring\w+|legales|indisponivel|nao (?:esta )?disponivel|direitos)\b",
        ),
        (
            r"\b(?:paese|regione|territorio|europa|gdpr)\b",
            r"\b(?:non (?:e )?(?:disponibile|accessibile)|diritti|bloccat\w|legali)\b",
        ),
        (
            r"\b(?:land|regio|locatie|europa|avg|regionen|landet|region)\b",
            r"\b(?:niet (?:beschikbaar|toegankelijk)|rechten|geblokkeerd|inte (?:tillganglig\w*|visas)|ikke (?:tilgjengelig\w*|tilgaengelig\w*)|rattigheter|rettigheter)\b",
        ),
        (
            r"\b(?:kraj\w*|region\w*|lokalizac\w+|europ\w+|zem\w+|oblast\w*|maa\w*|alue\w*)\b",
            r"\b(?:niedostepn\w+|nie jest dostepn\w+|praw\w*|neni dostupn\w*|nedostupn\w*|prav\w+|ei ole (?:saatavilla|katsottavissa)|oikeu\w+)\b",
        ),
        (
            r"(?:ulke|bolge|konum|yurt disi|sinirlari)\w*",
            r"(?:kullanilam|kullanima sunulm|erisilem|erisilebilir|mevcut degil|yayin hak|engel|kisit)\w*",
        ),
        (
            r"(?:стран(?!иц)\w+|регион\w*|країн\w+|регіон\w*)",
            r"(?:недоступ\w+|не доступ\w+|ограничен\w*|обмежен\w*|прав\w+|заблок\w+|не можна|нельзя|неможлив\w+|невозможн\w+)",
        ),
        (
            r"(?:χωρα|περιοχη|τοποθεσια)\w*",
            r"(?:δεν ειναι διαθεσιμ\w+|μη διαθεσιμ\w+|δικαιωμα\w+|περιορισμ\w+)",
        ),
        (
            r"(?:お住まいの国|お住まいの地域|国|地域|海外)",
            r"(?:ご利用いただけ(?:ません|ない)|ご覧(?:いただけ|になれ)(?:ません|ない)|視聴(?:は)?できません|表示できません|配信していません|閲覧(?:は)?できません|に限り)",
        ),
        (r"(?:地区|地區|国家|國家|区域|區域)", r"(?:无法|無法|不可用|限制|不提供|版权|版權)"),
        (r"(?:국가|지역)", r"(?:이용할 수 없|제공되지|제한|차단)"),
        (r"(?:منطقتك|بلدك|البلد|المنطقة)", r"(?:غير متاح|لا تسمح|غير متوفر|حقوق|محظور)"),
        (r"(?:באזור|במדינ|מדינה|ארץ)", r"(?:אינו זמין|לא זמין|זכויות|חסום)"),
        (r"(?<!\w)(?:देश|क्षेत्र)", r"(?:उपलब्ध नहीं|प्रतिबंधित|अधिकार)"),
        (
            r"\b(?:pais|regio|territori|europa|rgpd|zemlj\w+|drzav\w+|regij\w*|podruc\w+|riig\w+|regioon\w*|valst\w+|salyje|salies|negara|wilayah|quoc gia|khu vuc)\b",
            r"\b(?:no (?:esta )?disponible|drets|bloquejat|nije dostup\w+|nedostup\w+|ni na voljo|prava|pole (?:saadaval|kattesaadav)|nav pieejam\w|neprieinam\w*|tidak tersedia|hak siar|khong kha dung|ban quyen)\b",
        ),
        (r"(?:държава|регион|страна)\w*", r"(?:недостъп\w+|не е достъп\w+|права|ограничен\w*)"),
        (r"(?:کشور|منطقه)", r"(?:در دسترس نیست|امکان‌?پذیر نیست|حقوق|محدود)"),
    ),
    Kind.PARKED: (
        (
            r"\b(?:domain(?: name)?s?|this name|web ?site|site|hosting|web ?space)\b|\b[a-z0-9-]+\.(?:com|net|org|info|[a-z]{2,8})\b",
            r"\b(?:for sale|is parked|parked|buy (?:this|it)|make an offer|could be yours|up for grabs|may be bought|has expired|expired|registered at|"
            r"registrar|auction|interested in|suspended|not (?:been )?renewed|under construction|coming soon|just (?:been )?(?:registered|reserved)|purchase|broker|default page|placeholder|related searches|lease)\b",
        ),
        (
            r"\b(?:domain\w*|internetprasenz|website|webseite|webspace|name|hosting)\b",
            r"\b(?:zu verkaufen|steht zum verkauf|kaufen|registriert|geparkt|entsteht|abgelaufen|erworben|im aufbau|provider)\b",
        ),
        (
            r"\b(?:nom de domaine|domaine|hebergement|site)\b",
            r"\b(?:a vendre|en vente|acheter|expire|enregistre|renouvel\w+|reserve|echeance|en construction|bureau d'enregistrement)\b",
        ),
        (
            r"\b(?:dominio|nombre|alojamiento|hosting|sitio|nome|site|alojamento)\b",
            r"\b(?:en venta|a venda|vendita|comprar|caducad\w|expir\w+|registrad\w|acquist\w+|scadut\w|en construccion|em construcao|in costruzione)\b",
        ),
        (
            r"\b(?:domein\w*|domenen?|domanen?|domaenet?|website|webhotell?)\b",
            r"\b(?:te koop|kopen|til salgs|til salg|till salu|geregistreerd|registrert|registrerad\w*|verlopen|utgatt\w*|parke\w+)\b",
        ),
        (
            r"\b(?:domen\w*|hosting\w*|uslug\w+|verkkotunnu\w+|domain\w*|hostingu?)\b",
            r"\b(?:na sprzedaz|kupic|wygas\w+|zawiesz\w+|zarejestrow\w+|na prodej|prodej|vyprsel\w*|registrovan\w*|myytavana|myynnissa|vanhentu\w+|elado|lejart|de vanzare|expirat)\b",
        ),
        (
            r"\b(?:alan adi|domain|hosting)\w*",
            r"(?:satilik|satin al|suresi dol|park|kayit|aktif|kullanima hazir|yonlendiril|askiya al)\w*",
        ),
        (
            r"(?:домен\w*|хостинг\w*)",
            r"(?:прода\w+|купить|купити|истек\w*|припаркован\w*|закінчи\w+|зарегистрирован\w*|срок)",
        ),
        (r"(?:ドメイン)", r"(?:販売|売り|取得|期限|お名前|パーキング)"),
        (r"(?:域名)", r"(?:出售|转让|轉讓|购买|購買|过期|過期|报价)"),
        (r"(?:도메인)", r"(?:판매|구매|만료|등록)"),
        (
            r"(?:domen\w*|домеин\w*|domini|tên miền|ten mien|โดเมน|دامنه|النطاق|الدومين|הדומיין)",
            r"(?:na prodaju|naprodaj|istek\w+|продава|изтек\w+|en venda|caducat|muuk|pardod\w+|parduod\w+|rao ban|het han|ขาย|หมดอายุ|فروش|منقضی|للبيع|انتهت|למכירה|פג)",
        ),
    ),
}
"""For each kind: things, and what is said of them within 90 characters, before or after."""

LOGIN_HEADING = (
    r"(?:please )?(?:log[- ]?in|sign[- ]?in|login|anmelden|anmeldung|einloggen|connexion|se connecter|identifiez-vous|iniciar sesion|acceder|accedi|entrar|inloggen|aanmelden|"
    r"logga in|logg inn|log ind|log pa|kirjaudu(?: sisaan)?|zaloguj sie|logowanie|prihlaseni|prihlasit se|bejelentkezes|autentificare|giris(?: yap)?|воити|вход|авторизация|увіити|вхід|συνδεση|"
    r"masuk|dang nhap|ログイン|登录|登錄|登入|로그인|تسجيل الدخول|התחברות)"
)
"""A heading that is nothing but the name of the form under it."""
GONE = (
    r"no longer (?:available|online|exists?|active|listed|published|here|open|accepting applications)|nothing to see here|(?:is|are|was|has been|have been) (?:removed|deleted|taken (?:down|offline)|withdrawn|closed|archived|unpublished)|"
    r"has (?:moved|expired|gone|closed)|(?:does|do)(?: not|n't) exist|(?:is|are)(?: not|n't) (?:here|available|published)|nothing (?:is )?(?:filed|published|listed)|"
    r"gehort nicht mehr|nicht langer (?:verfugbar|zur verfugung|online)|nicht mehr (?:online|verfugbar|vorhanden|aktiv|da|erreichbar|abrufbar|angeboten|veroffentlicht)|existiert nicht|gibt es nicht(?: mehr)?|(?:wurde|ist) (?:geloscht|entfernt|deaktiviert|abgelaufen|umgezogen)|"
    r"hors ligne|n'existe (?:pas|plus)|n'est plus (?:en ligne|disponible|accessible|active?)|a ete (?:supprime|retire|depublie|desactive)\w*|plus disponible|"
    r"ya no (?:esta|existe|se encuentra)|no esta disponible|no existe|ha sido (?:eliminad|retirad|borrad|desactivad)\w|"
    r"non (?:e|esiste) piu|non e (?:piu )?(?:disponibile|online)|e stat\w (?:rimoss|eliminat|cancellat|disattivat)\w|non esiste|"
    r"(?:ja )?nao (?:esta|existe)(?: mais)?|foi (?:removid|excluid|apagad|desativad)\w|nao disponivel|indisponivel|"
    r"niet (?:meer|langer) (?:beschikbaar|online|actief)|bestaat niet|is (?:verwijderd|verlopen|offline)|finns inte|inte langre (?:tillganglig|kvar)\w*|har tagits bort|"
    r"ikke (?:lenger|laengere) (?:tilgjengelig|tilgaengelig)\w*|er (?:fjernet|slettet|avpublisert)|(?:findes|finnes|eksisterer) ikke|ei ole enaa|on poistettu|"
    r"juz niedostepn\w+|nie istnieje|nieaktualn\w+|zostal\w* usuniet\w+|uz neni|neexistuje|byl\w* (?:odstranen|smazan)\w*|mar nem (?:elerheto|letezik)|megszunt|torolve|"
    r"nu mai (?:este|exista)|a fost (?:sters|eliminat|dezactivat)\w*|artik (?:yok|mevcut degil|yayinda degil)|yayindan kaldirild\w+|silinmis\w*|"
    r"больше (?:не|нет)|более не|(?:был\w* )?удален\w?\b|снят\w? с публикации|більше (?:не|немає)|видален\w?\b|δεν (?:υπαρχει|ειναι) (?:πλεον|πια)|εχει (?:αφαιρεθει|διαγραφει)|"
    r"sudah tidak (?:tersedia|ada)|telah dihapus|khong con (?:ton tai|kha dung)|da bi (?:xoa|go)|公開を終了|掲載(?:を|は)?終(?:了|わり)|配信(?:を|は)?終了|削除されました|存在しません|已(?:被.{0,6}?)?(?:下架|下线|下線|删除|刪除|失效)|不存在|"
    r"ご指定のページ|お探しの(?:ページ|記事|情報)|ページのご案内|ვერ მოიძებნა|삭제된|삭제되었|존재하지 않는|종료된|لم (?:يعد|تعد) (?:متاح|موجود)\w*|غير موجود|אינו זמין|הוסר|دیگر (?:وجود ندارد|در دسترس نیست)|حذف شده|अब उपलब्ध नहीं|हटा दिया गया"
)
"""What a title or a heading says of something that is gone, whatever it may be: an advert, a product, a blog."""

EXCUSE = (
    r"^(?:well,? this is (?:awkward|embarrassing)|(?:are you |were you )?(?:looking|searching) for |oo+ps\w*|oh,? no|oh dear|uh[- ]oh|h+r?m+|so sorry|sorry|we'?re (?:so )?sorry|(?:das )?tut uns (?:sehr )?leid|hoppla|ups|huch|sehr geehrte\w*|"
    r"oups|desole\w*|nous sommes desoles|lo sentimos|vaya|ops|ci dispiace|spiacenti|desculp\w+|lamentamos|helaas|jammer|hoppsan|beklager|hovsa|valitettavasti|hups|przepraszamy|omlouvame|"
    r"sajnaljuk|ne pare rau|uzgunuz|извините|простите|уважаемые (?:абонент|пользовател|посетител|читател)|упс|ои|вибачте|συγγνωμη|maaf|rat tiec|申し訳|すみません|(?:很)?抱歉|죄송|عذرا|סליחה|माफ)"
    r"|new (?:home|website)|neue\w* (?:website|internetauftritt)|casa nova|novo (?:site|portal)|nouveau site|nuev[oa] (?:sitio|web)|nuovo sito"
)
"""How a heading begins under which a page says what is wrong, or that its site is another now."""

RESULTS = (
    r"^(?:search results|results of (?:your|the) search|suchergebnisse?|resultats? de (?:la |votre )?recherche|resultados de (?:la |tu |su )?busqueda|resultados da (?:busca|pesquisa)|"
    r"risultati (?:della )?ricerca|zoekresultaten|sokresultat|sogeresultater|sokeresultater|hakutulokset|wyniki wyszukiwania|vysledky (?:vy)?hledavani|vysledky vyhladavania|"
    r"keresesi (?:eredmenyek|talalatok)|rezultate(?:le)? (?:cautarii|cautare)|rezultati (?:pretrage|iskanja)|arama sonuclari|результаты поиска|результати пошуку|резултати от търсене|"
    r"αποτελεσματα αναζητησησ|検索結果|搜索结果|搜尋結果|검색 ?결과|نتائج البحث|תוצאות (?:ה)?חיפוש|खोज (?:के )?परिणाम|ket qua tim kiem|hasil pencarian)"
    r"\s*(?:$|[:|–—«“\"(-]|(?:for|fur|pour|para|per|voor|for|dla|pro|ile|по|за|για|untuk|cho)\b)"
)
"""A title or heading of what a site's own search found."""

ACCEPT = (
    r"\b(?:accept\w*|agree|allow|i'?m fine|ok(?:ay)?|akkoord|einverstanden|zustimm\w+|akzeptier\w+|acept\w+|accett\w+|aceit\w+|godkann\w*|godta\w*|ja tak\w*|hyvaksy\w*|akceptuj\w*|"
    r"zgadzam|souhlas\w*|prijm\w*|elfogad\w*|kabul\w*|continue|weiter\w*|prosegui\w*)\b|принять|приинять|приинят|соглас|αποδοχ|同意|接受|동의|موافق|أوافق"
)
"""What is pressed to agree to cookies."""

ENOUGH: dict[Kind, str] = {
    Kind.MISSING: r"can(?:'t|not) find (?:what|that|it\b)|^(?:0|no|zero) (?:results?|stories|articles|items)(?:$| (?:found|match|for|were found|available)\b)|(?:job|position|vacancy|role) (?:\w+ ){0,3}(?:is no longer (?:open|available|accepting)|has (?:\w+ )?been (?:filled|withdrawn))|press releases? (?:[\w,]+ ){0,8}no longer available|closed (?:this|the|their|that) (?:account|profile|blog)|account (?:is|was|has been) (?:closed|deactivated|suspended)|no se encontr\w+ nada|nessun\w+ (?:notizia|articolo|pagina|risultato)|ingen (?:artikel|sida|side)\b|nichts (?:gefunden|mehr da)|"
    r"rien (?:ici|trouve)|aucun\w* (?:article|page|resultat)|niets gevonden|geen (?:bericht|artikel|pagina)|nic tu nie ma|brak (?:strony|artyk\w+)|nada (?:encontrad\w|aqui)|nenhum\w* (?:artigo|pagina|resultado)|"
    r"^(?:error )?404\b(?! [a-z]+ [a-z]+ [a-z])|\b404 (?:not found|error)|(?:^|[-–—:|>] ?)(?:\w+ ){0,2}not found\b(?! \w)|"
    r"\b(?:page|article|file|document|story|post|url|content|resource|item|address|site) (?:was )?not found\b|nothing (?:here|found|at this address)|page not found|we took this one down|"
    r"(?:^|[-–—:|>] ?)niet gevonden\b(?! \w)|pagina is er niet|لم (?:نعثر على|يتم العثور)|δεν βρισκεται (?:πια|πλεον)|contenu deplace|n'est plus (?:accessible|disponible) a cette adresse|"
    r"seite nicht gefunden|page introuvable|pagina no encontrada|pagina non trovata|nie znaleziono|ei loytynyt|nenalezen\w?\b|bulunamadi|не наиден\w|не знаидено|"
    r"δεν βρεθηκε|お探しの|见つかりません|見つかりません|找不到|찾을 수 없습니다|contenu expire|expired",
    Kind.LOGIN: r"log pa din konto|logg inn pa kontoen|logga in pa ditt konto|\bjoin \w+(?: \w+)? to (?:see|read|view)|\b(?:log|sign) ?in to (?:continue|read|view|access|carry on)|create (?:your|a) free \w* ?account|members? only|find your institution|ban chua dang nhap|khong co quyen (?:xem|truy cap)",
    Kind.PAYWALL: r"to (?:continue|keep) reading|you(?:'ve| have)? (?:already )?(?:read|reached|used|viewed|hit)(?: up)? (?:all )?(?:\d+ of \d+ |(?:of )?(?:your|the) (?:\w+ ){0,3})(?:free|complimentary) (?:articles?|stories|limit|allowance)|your last free (?:one|article|story)|(?:sie haben|du hast) (?:\w+ ){0,4}(?:kostenlos|frei)\w* artikel|vous avez (?:\w+ ){0,4}articles? (?:gratuits|offerts)|(?:has|ha) (?:leido|alcanzado|agotado) (?:\w+ ){0,4}(?:articulos|notas) (?:gratis|gratuit\w+)|continue reading (?:with|for|this)|subscribers? only|for subscribers|reserve aux abonnes|solo para suscriptores|nur fur abonnenten|"
    r"exclusivo para assinantes|riservat\w agli abbonati|alleen voor abonnees|for abonnenter|endast for prenumeranter|vain tilaajille|tylko dla prenumeratorow|"
    r"pouze pro predplatitele|有料会員限定|read the rest in|rest of (?:this|the) (?:story|article)|payment required|kostenpflichtig",
    Kind.CONSENT: r"accept (?:all|and continue)|before you continue|your privacy choices|we value your privacy|accept or subscribe|cookie ?wall|pur-?abo",
    Kind.CHALLENGE: r"just a moment|verify(?:ing)? (?:that )?you are (?:a )?human|checking (?:your|if the site) \w+|i'?m not a robot|are you (?:a )?(?:robot|human)|(?:requests?|traffic|activity|downloads?|requested|coming|came|many) (?:\w+ ){0,3}from your (?:network|ip\b|ip address|institution|connection)|downloads from where you are|too many requests|zu viele anfragen|trop de requetes|demasiadas (?:solicitudes|peticiones)|troppe richieste|muitas (?:solicitacoes|requisicoes)|demasiados pedidos|te veel (?:verzoeken|aanvragen)|for manga (?:forfragningar|anrop)|for mange (?:foresporsler|foresporgsler)|zbyt wiele (?:zapytan|zadan)|prilis mnoho (?:pozadavku|dotazu)|tul sok keres|prea multe cereri|cok fazla istek|слишком много запросов|забагато запитів|リクエストが多すぎ|请求过于频繁|請求過於頻繁|요청이 너무 많|what is (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?:plus|minus|times) |wie ?viel ist (?:\d+|[a-z]+) (?:plus|minus|mal) |combien font |sind sie ein (?:mensch|roboter)|bist du ein (?:mensch|roboter)|etes-vous (?:un )?(?:humain|robot)|eres (?:un )?(?:humano|robot)|sei (?:un )?(?:umano|robot)|ben je een (?:mens|robot)|ar du en (?:manniska|robot)|czy jestes (?:czlowiekiem|robotem)|jste (?:clovek|robot)|robot or human|unusual traffic|"
    r"controllo di sicurezza|verifica di sicurezza|sicherheits(?:prufung|uberprufung)|(?:verification|controle) de securite|(?:verificacion|comprobacion|control) de seguridad|verificacao de seguranca|"
    r"beveiligingscontrole|sakerhetskontroll|sikkerhetskontroll|kontrola bezpieczenstwa|bezpecnostni kontrola|guvenlik kontrolu|проверка безопасности|セキュリティチェック|安全检查|安全檢查|보안 확인|"
    r"(?:peticion|solicitud|requisicao|richiesta|requete) (?:rechazada|rejeitada|respinta|rejetee)|requested url was rejected|(?:identificador|id) (?:de|di) (?:soporte|suporte|supporto)|identifiant (?:de|du) support|"
    r"pardon our interruption|access (?:to this page )?(?:has been )?denied|website firewall|attention required|press (?:&|and) hold|security check|automated (?:access|requests?)|ray id|incident id|安全验证|安全驗證|异常请求|異常請求|(?:拖动|拖動).{0,8}(?:滑块|滑塊)|完成.{0,6}(?:验证|驗證|拼图)|人机验证|powered and protected by",
    Kind.REGION: r"blocked (?:under|by|on|upon|in compliance with|pursuant to|as per|following)[^.\n]{0,40}(?:orders?|instructions?|directions?|court|authority|government)|(?:доступ|ресурс)\w*[^.\n]{0,60}(?:ограничен|заблокирован)\w* (?:по решению|на основании|по требованию|в соответствии)|роскомнадзор\w*[^.\n]{0,40}(?:ограничен|блокир)\w*|not available in your (?:country|region|location)|unavailable (?:in your|for legal)|^(?:error )?451\W|451 unavailable|geo-?(?:block|restrict)\w*|outside (?:the )?(?:uk|us|eu)\b",
    Kind.PARKED: r"domain (?:name )?(?:is |may be )?for sale|buy this domain|is parked\b|resources and information\b|\.[a-z]{2,8} ?[-–—|] ?(?:informationen zum thema|ressources et informations?|recursos e informacion|risorse e informazioni)|hier entsteht|public_html|domain (?:has )?expired|welcome to nginx|apache2? \w* ?default page|account suspended|index of /|future home of",
}
"""What is a cue by itself."""
