/**
 * Kanji that stand for one another in Japanese names: groups between blanks, the key first in each
 * (facts/domain.md D1; 旧字体 of the 人名用漢字 and the forms ledgers hold). Compatibility forms such as 神 U+FA19 are
 * folded by NFKC already. 斎 and 斉 are different characters, mixed in practice, and one group here.
 */
const GROUPS: readonly string[] = [
  '高髙 崎﨑嵜碕㟢 辺邉邊 斎齋斉齊 浜濱濵 徳德 吉\u{20bb7} 橋槗\u{2363a} 島嶋嶌隝 沢澤 桜櫻 広廣 恵惠',
  '円圓 真眞 瀬瀨 清淸 黒黑 弥彌 曽曾 国國圀 学學斈 実實 寿壽 栄榮 竜龍 条條 関關 済濟 蔵藏 豊豐 与與',
  '万萬 静靜 鉄鐵 宝寶 並竝 団團 荘莊 将將 応應 会會 来來 亜亞 壮壯 礼禮 禄祿 穂穗 頼賴 増增 狭狹 峰峯',
  '野埜 館舘 篭籠 柳栁 淵渕渊 園薗 富冨 岳嶽 桑桒 磯礒 恒恆 晃晄 晋晉 槙槇 凛凜 遥遙 尭堯 瑶瑤 桧檜 緒緖',
  '鴎鷗 亀龜 剣劍劒 薫薰 勲勳 覚覺 寛寬 巌巖 郷鄕 教敎 浅淺 釈釋 独獨 抜拔 齢齡 塩鹽 村邨 升舛 船舩 滝瀧',
  '鯵鰺 芦蘆 検檢 経經 続續 県縣 観觀 譲讓 誉譽 転轉 郎郞 戸戶 歩步 毎每 黙默 顔顏 顕顯 駅驛 髪髮 鶏鷄',
  '闘鬪 麹麴 黄黃 点點 浄淨 渋澁 満滿 湾灣 灯燈 営營 為爲 画畫 当當 畳疊 発發 尽盡 研硏 禅禪 稲稻 称稱',
  '穣穰 粋粹 糸絲 総總 縄繩 絵繪 声聲 聴聽 粛肅 台臺 旧舊 茎莖 蚕蠶 虫蟲 芸藝 薬藥 衛衞 装裝 予豫 賛贊',
  '践踐 軽輕 弁辨瓣辯 逓遞 酔醉 醸釀 銭錢 錬鍊 鋳鑄 鉱鑛 間閒 随隨 険險 雑雜 霊靈 飲飮 駆驅 恋戀 払拂',
  '担擔 択擇 拝拜 拠據 摂攝 数數 断斷 晩晚 暁曉 楽樂 枢樞 様樣 横橫 権權 欧歐 歓歡 帰歸 残殘 気氣 渓溪',
  '没沒 湿濕 焔焰 焼燒 献獻 獣獸 壱壹 姫姬 嬢孃 写寫 寝寢 対對 専專 巣巢 弾彈 径徑 従從 悦悅 悩惱 慎愼',
  '戦戰 戯戲 剰剩 励勵 労勞 区區 巻卷 参參 双雙 叡睿 囲圍 図圖 塁壘 奥奧 奨獎 侠俠 価價 倹儉 伝傳 仏佛',
  '仮假 児兒 達逹 廸迪 岸㟁 喜㐂 土\u{2123d} 脇\u{266b0} 勢㔟 今\u{2b746} 芳\u{26b9c} 俣俁 蛍螢 桝枡',
  '栃杤 秋秌 松枩 梅楳 杉椙 坂阪 窪漥 藤籘 兎兔 倉仺 昇曻 剛㓻 隠隱 隣鄰 髄髓 鎮鎭 尚尙 産產 彦彥 説說',
  '税稅 鋭銳 閲閱 脱脫 青靑 緑綠 録錄 概槪 即卽 収收 叙敍敘 勅敕 峡峽 挟挾 桟棧 涙淚 渇渴 温溫 潜潛 瓶甁',
  '翻飜 舎舍 舗舖 虚虛 闲閑 陥陷 隷隸',
];

/** The groups, each as its characters. */
export const NAME_VARIANTS: readonly (readonly string[])[] = GROUPS.flatMap((line) =>
  line.split(' ').map((group) => [...group]),
);
